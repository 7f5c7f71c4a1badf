import type { Server } from "node:http";
import type { Socket } from "node:net";
import { failure, refusal } from "./failure.ts";

/** How long a body that is under way when the server ends may take to arrive. */
const graceMilliseconds = 5_000;

/**
 * The connections of a server. Node's own `close()` waits without end for a client that stops in the middle of a
 * request, since it stops looking at the time as well.
 */
export class Connections {
  readonly #server: Server;
  readonly #open = new Set<Socket>();
  /** Those on which a body is arriving, or an answer takes time. Anything else is answered in the turn in which it came. */
  readonly #busy = new Set<Socket>();
  /** Those whose request is never answered. */
  readonly #hanging = new Set<Socket>();
  #ended: Promise<void> | undefined;

  constructor(server: Server) {
    this.#server = server;
    server.on("connection", (socket) => {
      this.#open.add(socket);
      socket.once("close", () => {
        this.#open.delete(socket);
        this.#busy.delete(socket);
        this.#hanging.delete(socket);
      });
    });
    server.on("clientError", refuseUnreadable);
  }

  /** Whether the server takes no further requests. */
  get areEnding(): boolean {
    return this.#ended !== undefined;
  }

  /** Notes that a body begins to arrive, or that an answer takes time. */
  begins(socket: Socket): void {
    this.#busy.add(socket);
  }

  /** Notes that a request has been answered, or was given up. */
  ends(socket: Socket): void {
    this.#busy.delete(socket);
  }

  /** Notes that the request on a connection is never answered; it ends with the server, or when the client goes. */
  hangs(socket: Socket): void {
    if (this.areEnding) socket.destroy();
    else this.#hanging.add(socket);
  }

  /** Stops listening, waits for requests under way, and ends every connection. */
  end(): Promise<void> {
    this.#ended ??= new Promise((resolve, reject) => {
      const patience = setTimeout(() => this.#server.closeAllConnections(), graceMilliseconds);
      this.#server.close((error) => {
        clearTimeout(patience);
        if (error) reject(error);
        else resolve();
      });
      for (const socket of this.#hanging) socket.destroy();
      for (const socket of this.#open) if (!this.#busy.has(socket)) socket.destroySoon();
    });
    return this.#ended;
  }
}

/** Answers what could not be read as a request, for which there is no response object. */
function refuseUnreadable(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const [reason, fault] = faults[error.code ?? ""] ?? [
    "Bad Request",
    refusal(400, `This could not be read as HTTP/1.1: ${error.message}.`),
  ];
  const { status, headers, body } = failure(fault);
  socket.write(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: ${headers["content-type"]}\r\ncontent-length: ${Buffer.byteLength(body)}\r\nconnection: close\r\n\r\n${body}`,
  );
  socket.destroySoon();
}

const faults: Readonly<Record<string, readonly [reason: string, fault: ReturnType<typeof refusal>]>> = {
  HPE_HEADER_OVERFLOW: [
    "Request Header Fields Too Large",
    refusal(
      431,
      "The URL and the headers are larger than 16 KB together. Send less, or start the mock with NODE_OPTIONS=--max-http-header-size=65536.",
    ),
  ],
  ERR_HTTP_REQUEST_TIMEOUT: ["Request Timeout", refusal(408, "The request did not arrive in time.")],
};
