import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

/** A webhook as a server got it. */
export interface Received {
  readonly type: string;
  readonly id: string;
  readonly raw: Buffer;
  readonly signature: string;
}

/** What a server answers, and what it does before that. */
type Answer = (received: Received, count: number) => Promise<ReceiverAnswer> | ReceiverAnswer;

interface ReceiverAnswer {
  readonly status: number;
  readonly body?: string;
}

/** A server that takes webhooks, one connection at a time, and ends with the test. */
export async function receive(answer: Answer = () => ({ status: 200 })): Promise<{
  readonly url: string;
  readonly received: Received[];
  readonly server: Server;
}> {
  const received: Received[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", async () => {
      const raw = Buffer.concat(chunks);
      const { type, id } = JSON.parse(raw.toString()) as { type: string; id: string };
      const one = { type, id, raw, signature: String(request.headers["x-kombo-signature"]) };
      received.push(one);
      const { status, body = "" } = await answer(one, received.length);
      response.writeHead(status).end(body);
    });
  });
  server.maxConnections = 1;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`, received, server };
}
