import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { argv } from "node:process";

// One of the two servers that are compared; it reports its own CPU time when asked over IPC.
const [, , kind, answerFile, world] = argv;
const url = kind === "bare" ? await bare() : await mock(kind === "mock-with-log");
process.on("message", () => {
  const { user, system } = process.cpuUsage();
  process.send?.({ cpu: user + system });
});
process.send?.({ url });

/** The least that a server can do: the same bytes, whatever is asked. */
async function bare(): Promise<string> {
  const body = readFileSync(String(answerFile), "utf8");
  const headers = {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(body),
  };
  const server = createServer((_request, response) => {
    response.writeHead(200, headers);
    response.end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`;
}

async function mock(log: boolean): Promise<string> {
  const { requestLog, startServer } = await import("../../apps/mock-server/dist/index.js");
  const onRequest = requestLog(process.stderr, { verbose: false });
  const server = await startServer({ port: 0, world: world as "small", ...(log ? { onRequest } : {}) });
  return server.url;
}
