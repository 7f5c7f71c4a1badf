import { connect, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** Opens a bare connection to a server, which ends with the test. */
export async function open(url: string): Promise<Socket> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  onTestFinished(() => void socket.destroy());
  await new Promise<void>((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("error", reject);
  });
  // A connection that the server cuts off is an outcome like any other.
  socket.on("error", () => {});
  return socket;
}

/** Everything that comes on a connection until it is closed. */
export async function readAll(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on("data", (chunk: Buffer) => chunks.push(chunk));
  await closed(socket);
  return Buffer.concat(chunks).toString("utf8");
}

/** Waits until a connection is closed. */
export async function closed(socket: Socket): Promise<void> {
  if (!socket.closed) await new Promise<void>((resolve) => socket.once("close", () => resolve()));
}

/** Sends these bytes and answers everything that comes until the connection is closed. */
export async function exchange(url: string, bytes: string | Buffer): Promise<string> {
  const socket = await open(url);
  const answer = readAll(socket);
  socket.write(bytes);
  return answer;
}

/** Status and JSON of a raw answer. */
export function replyOf(raw: string): { status: number; json: unknown } {
  const [head = "", ...body] = raw.split("\r\n\r\n");
  return { status: Number(head.split(" ")[1]), json: JSON.parse(body.join("\r\n\r\n")) };
}
