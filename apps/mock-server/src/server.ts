import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { createMockCore, type MockCore, type MockOptions, type OutgoingAnswer } from "@kombo-mock/msw/core";
import { general } from "@kombo-mock/msw/general";
import { type Access, accessOf } from "./access.ts";
import { readDocument } from "./document.ts";
import { failure, RequestRefused } from "./failure.ts";
import { hasBody, readBody } from "./read-body.ts";

/** What a server can be told, beside everything that a mock can. */
export interface ServerOptions extends Omit<Partial<MockOptions>, "baseUrl"> {
  /** 4747 unless told; 0 takes a free one. */
  readonly port?: number;
  /** 127.0.0.1 unless told. */
  readonly host?: string;
  /** Names, beside loopback ones, under which the server may be reached. */
  readonly allowedHosts?: readonly string[];
  /** Where clients reach the server, when that is not where it listens: links in answers begin with it. */
  readonly publicUrl?: string;
  /** Origins of pages that may call the API. */
  readonly corsOrigins?: readonly string[];
  /** Told of every request. */
  readonly onRequest?: (served: ServedRequest) => void;
}

/** A request that was answered. */
export interface ServedRequest {
  readonly method: string;
  /** Without its query. */
  readonly path: string;
  readonly answer: OutgoingAnswer;
  readonly milliseconds: number;
}

/** A running server. */
export interface MockServer {
  /** `http://127.0.0.1:4747` */
  readonly url: string;
  /** `http://127.0.0.1:4747/v1` */
  readonly baseUrl: string;
  readonly mock: MockCore;
  /** Stops listening, waits for requests under way, and ends. */
  close(): Promise<void>;
}

/**
 * Serves a mock over HTTP, on loopback unless told.
 *
 * @example
 * const server = await startServer({ port: 0 });
 * await fetch(`${server.baseUrl}/check-api-key`, { headers: { authorization: "Bearer ks_dev_mock" } });
 * await server.close();
 */
export async function startServer(options: ServerOptions = {}): Promise<MockServer> {
  const { port = 4747, host = "127.0.0.1", publicUrl, onRequest } = options;
  const mock = createMockCore({
    isolation: "key",
    clock: "real",
    allowProductionKeys: false,
    ...options,
    domains: options.domains ?? [general],
  });
  const server = createServer();
  await listen(server, port, host);
  const url = addressOf(server, host);
  const access = accessOf({
    url,
    publicUrl,
    host,
    allowedHosts: options.allowedHosts,
    corsOrigins: options.corsOrigins,
  });

  server.on("request", (request, response) => {
    const began = performance.now();
    const arrival = mock.arrive();
    const finish = (answer: OutgoingAnswer) => {
      send(response, request, answer, access);
      const path = pathOf(request);
      onRequest?.({ method: request.method ?? "", path, answer, milliseconds: performance.now() - began });
    };
    // Without a body there is nothing to wait for, and a promise would cost a good part of the request.
    if (!hasBody(request)) finish(guarded(() => answerTo(request, undefined, { mock, access, arrival })));
    else {
      void readBody(request, mock, pathOf(request).slice("/v1".length)).then(
        (body) => finish(guarded(() => answerTo(request, body, { mock, access, arrival }))),
        (error: unknown) => finish(failureOf(error)),
      );
    }
  });

  return {
    url,
    baseUrl: `${url}/v1`,
    mock,
    close: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
}

interface Desk {
  readonly mock: MockCore;
  readonly access: Access;
  readonly arrival: number;
}

/** Answers a request whose body has been read. */
function answerTo(
  request: IncomingMessage,
  body: string | undefined,
  { mock, access, arrival }: Desk,
): OutgoingAnswer {
  const { method = "GET", url: target = "/" } = request;
  const pathname = pathOf(request);
  const incoming = (prefix: string) => ({
    door: "http" as const,
    method,
    path: pathname.slice(prefix.length) || "/",
    search: target.slice(pathname.length),
    header: (name: string) => headerOf(request, name),
    body,
    origin: access.originOf(request),
    arrival,
  });
  if (isBelow(pathname, "/v1")) {
    return method === "OPTIONS" ? { status: 204, headers: {}, body: "" } : mock.answer(incoming("/v1"));
  }
  if (isBelow(pathname, "/_mock")) {
    access.assertControl(request);
    return pathname === "/_mock/openapi.json" ? readDocument() : mock.control(incoming("/_mock"));
  }
  return failure(
    404,
    `"${pathname}" is not below the base URL. The base URL ends in /v1: ${access.originOf(request)}/v1.`,
  );
}

function pathOf({ url = "/" }: IncomingMessage): string {
  const cut = url.indexOf("?");
  return cut === -1 ? url : url.slice(0, cut);
}

function isBelow(pathname: string, folder: string): boolean {
  return (
    pathname.startsWith(folder) && (pathname.length === folder.length || pathname[folder.length] === "/")
  );
}

/** An answer whatever happens: what a request holds must not end the server. */
function guarded(answer: () => OutgoingAnswer): OutgoingAnswer {
  try {
    return answer();
  } catch (error) {
    return failureOf(error);
  }
}

function failureOf(error: unknown): OutgoingAnswer {
  if (error instanceof RequestRefused) return failure(error.status, error.message);
  return failure(500, `The mock itself failed: ${error instanceof Error ? error.message : String(error)}`);
}

function headerOf(request: IncomingMessage, name: string): string | null {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

function send(
  response: ServerResponse,
  request: IncomingMessage,
  answer: OutgoingAnswer,
  access: Access,
): void {
  const cors = access.corsHeaders(request);
  // A request whose body was not read to its end cannot be followed by another on the same connection.
  const connection = request.complete ? {} : { connection: "close" };
  const length = answer.status === 204 ? {} : { "content-length": Buffer.byteLength(answer.body) };
  response.writeHead(answer.status, { ...answer.headers, ...length, ...cors, ...connection });
  response.end(request.method === "HEAD" || answer.status === 204 ? undefined : answer.body);
}

/** Why a server could not start to listen. */
export class ListenError extends Error {
  override name = "ListenError";
}

async function listen(server: Server, port: number, host: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(new ListenError(listenFault(error, port, host))),
    );
    server.listen(port, host, () => resolve());
  });
}

function listenFault(error: NodeJS.ErrnoException, port: number, host: string): string {
  if (error.code === "EADDRINUSE") {
    return `Port ${port} on ${host} is taken. Take another with --port, a free one with --port 0, or stop what listens there.`;
  }
  if (error.code === "EACCES")
    return `Port ${port} needs more rights than this user has. Take one above 1023 with --port.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND") {
    return `"${host}" is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all, with --host.`;
  }
  return `Cannot listen on ${host}:${port}: ${error.message}`;
}

function addressOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" ? address?.port : undefined;
  const name = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host.includes(":") ? `[${host}]` : host;
  return `http://${name}:${port}`;
}
