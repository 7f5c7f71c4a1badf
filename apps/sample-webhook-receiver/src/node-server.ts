import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";

/** More than any webhook holds. */
const mostBytes = 1_048_576;

/** Lets Node's HTTP server answer by a function of requests and responses. */
export function answerWith(receive: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    answer(receive, incoming, outgoing).catch((error: unknown) => {
      // Whoever sent the webhook sends it again, and learns nothing of what went wrong here.
      console.error(error);
      if (outgoing.headersSent) outgoing.destroy();
      else outgoing.writeHead(500).end();
    });
  };
}

async function answer(
  receive: (request: Request) => Promise<Response>,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  const body = await readBody(incoming);
  if (body === null) {
    outgoing.writeHead(413, { connection: "close" }).end();
    return;
  }
  const { method = "GET", headers } = incoming;
  const request = new Request("http://receiver.example/", {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === "GET" || method === "HEAD" ? {} : { body }),
  });
  const response = await receive(request);
  outgoing.writeHead(response.status, Object.fromEntries(response.headers));
  outgoing.end(await response.text());
}

/** The bytes as they came; null when they are too many. */
async function readBody(incoming: IncomingMessage): Promise<Buffer<ArrayBuffer> | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  // Breaking off must not end the connection, which the answer still needs.
  for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) return null;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
