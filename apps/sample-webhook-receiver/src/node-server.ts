import type { IncomingMessage, RequestListener } from "node:http";

/** More than any webhook holds. */
const mostBytes = 1_048_576;

/** Lets Node's HTTP server answer by a function of requests and responses. */
export function answerWith(receive: (request: Request) => Promise<Response>): RequestListener {
  return (incoming, outgoing) => {
    void readRequest(incoming)
      .then(receive)
      .catch((error: unknown) => Response.json({ message: String(error) }, { status: 500 }))
      .then(async (response) => {
        outgoing.writeHead(response.status, Object.fromEntries(response.headers));
        outgoing.end(await response.text());
      });
  };
}

async function readRequest(incoming: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > mostBytes) throw new Error(`The body is larger than ${mostBytes} bytes.`);
    chunks.push(chunk);
  }
  const { method = "GET", url = "/", headers } = incoming;
  return new Request(new URL(url, "http://receiver.example"), {
    method,
    headers: Object.entries(headers).map(([name, value]): [string, string] => [name, String(value)]),
    ...(method === "GET" || method === "HEAD" ? {} : { body: Buffer.concat(chunks) }),
  });
}
