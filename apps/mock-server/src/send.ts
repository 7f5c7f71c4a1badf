import type { IncomingMessage, ServerResponse } from "node:http";
import type { OutgoingAnswer } from "@kombo-mock/msw/core";
import type { Access } from "./access.ts";
import type { Connections } from "./connections.ts";
import { hasBody } from "./read-body.ts";

interface Way {
  readonly access: Access;
  readonly connections: Connections;
}

/** Sends an answer, or lets it fail to arrive as it is to. */
export function send(
  response: ServerResponse,
  request: IncomingMessage,
  answer: OutgoingAnswer,
  way: Way,
): void {
  if (answer.abort !== undefined && answer.abort !== "malformed") {
    aborts[answer.abort](response, request, answer, way);
    return;
  }
  const body = answer.bytes ?? answer.body;
  // A body that is answered before its end is thrown away to its end; only then can the connection end without
  // destroying the answer on its way.
  const isUnread = hasBody(request) && !request.complete;
  writeHead(response, request, answer, way, isUnread || way.connections.areEnding);
  if (!isUnread) {
    response.end(body);
    return;
  }
  response.write(body);
  request.once("end", () => response.end());
  request.resume();
}

const aborts: Readonly<
  Record<
    Exclude<NonNullable<OutgoingAnswer["abort"]>, "malformed">,
    (response: ServerResponse, request: IncomingMessage, answer: OutgoingAnswer, way: Way) => void
  >
> = {
  reset: (_response, { socket }) => {
    socket.resetAndDestroy();
  },
  hang: (_response, { socket }, _answer, { connections }) => connections.hangs(socket),
  truncate: (response, request, answer, way) => {
    writeHead(response, request, answer, way, false);
    const bytes = Buffer.from(answer.body);
    // The client is told of more than it gets. What was written leaves before the connection ends.
    response.write(bytes.subarray(0, Math.ceil(bytes.length / 2)), () => request.socket.destroySoon());
  },
};

function writeHead(
  response: ServerResponse,
  request: IncomingMessage,
  { status, headers, body, bytes }: OutgoingAnswer,
  { access }: Way,
  isLast: boolean,
): void {
  response.writeHead(status, {
    ...headers,
    ...(status === 204 ? {} : { "content-length": Buffer.byteLength(bytes ?? body) }),
    ...access.corsHeaders(request),
    ...(isLast ? { connection: "close" } : {}),
  });
}
