import { expect, test } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

/** Sends to the vendor's hosts as the code of a client does whose base URL cannot be changed. */
const worker = `
import http from "node:http";
import { get } from "node:https";
import { Agent, get as getPlain } from "node:http";
const headers = { authorization: "Bearer " + process.env.KOMBO_API_KEY, "x-integration-id": process.env.KOMBO_INTEGRATION_ID };
const viaCallback = (get, url, options) => new Promise((resolve, reject) => {
  get(url, { headers, ...options }, (answer) => answer.resume().on("end", () => resolve(answer.statusCode))).on("error", reject);
});
export async function send() {
  return [
    (await fetch("https://api.kombo.dev/v1/hris/groups", { headers })).status,
    await viaCallback(get, "https://api.us.kombo.dev/v1/hris/legal-entities"),
    await viaCallback(getPlain, "http://api.kombo.dev/v1/hris/locations", { agent: new Agent({ keepAlive: true }) }),
  ];
}
`;

const program = `
import { fork } from "node:child_process";
import { once } from "node:events";
import { isMainThread, parentPort, Worker } from "node:worker_threads";
import { send } from "./send.mjs";
const statuses = await send();
if (!isMainThread) parentPort.postMessage(statuses);
else if (process.send) process.send(statuses);
else {
  const [inWorker] = await once(new Worker(new URL(import.meta.url)), "message");
  const child = fork(process.argv[1]);
  const [inFork] = await once(child, "message");
  child.disconnect();
  console.log(JSON.stringify([statuses, inWorker, inFork]));
}
`;

test("what Node programs send to the vendor's hosts reaches the mock, from main thread, workers and forks", async () => {
  const run = await project(program, { "send.mjs": worker }).exec(["--intercept"]);
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(JSON.parse(run.stdout.split("\n")[0] ?? "")).toEqual(Array(3).fill([200, 200, 200]));
  expect(lastLine(run)).toBe("tests: passed · contract: 0 errors in 9 requests to 3 operations · exit 0");
});

test("no connection to another of the vendor's hosts leaves, and the error says why", async () => {
  const run = await project(`
    const sent = await fetch("https://app.kombo.dev/login").catch(({ cause }) => cause.message);
    const socket = (await import("node:net")).connect(443, "docs.kombo.dev");
    const [error] = await (await import("node:events")).once(socket, "error").catch((error) => [error]);
    console.log(JSON.stringify([sent, error.message]));
  `).exec(["--intercept", "--allow-empty"]);
  const refused = (host: string) =>
    `kombo-mock exec --intercept let no connection out to "${host}": the mock answers for api.kombo.dev and api.us.kombo.dev.`;
  expect(JSON.parse(run.stdout.split("\n")[0] ?? "")).toEqual([
    refused("app.kombo.dev"),
    refused("docs.kombo.dev"),
  ]);
});

test("connections to other hosts are left alone", async () => {
  const run = await project(`
    import { createServer } from "node:http";
    const server = createServer((_, answer) => answer.end("own")).listen(0, "127.0.0.1");
    await (await import("node:events")).once(server, "listening");
    const response = await fetch("http://127.0.0.1:" + server.address().port);
    console.log(await response.text());
    server.close();
    await ask("GET /hris/groups");
  `).exec(["--intercept"]);
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toMatch(/^own\n/);
});
