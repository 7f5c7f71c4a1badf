import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { connectMock } from "@kombo-mock/msw/connect";
import { startServer } from "kombo-mock";
import { expect, onTestFinished, test } from "vitest";
import { openStore } from "../src/open-store.ts";
import { recordsOf, rowsOf } from "./doors.ts";

const main = fileURLToPath(new URL("../src/main.ts", import.meta.url));
const secret = "a-secret-of-the-tests";

/** Starts the receiver as a process, and answers where it listens. */
async function start(environment: Readonly<Record<string, string>>) {
  const child = spawn(process.execPath, ["--conditions=kombo-mock-source", main], { env: environment });
  const ended = once(child, "exit");
  const end = async () => {
    child.kill("SIGKILL");
    await ended;
  };
  onTestFinished(end);
  let errors = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (errors += text));
  const line = await Promise.race([
    once(createInterface(child.stdout), "line").then(([first]) => String(first)),
    ended.then(() => ""),
  ]);
  return { line, url: /http:\S+/.exec(line)?.[0] ?? "", end, errors: () => errors, ended };
}

test("the process takes webhooks, and finds what it missed while it was down", {
  timeout: 60_000,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), "receiver-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { url, baseUrl, close } = await startServer({
    ...{ port: 0, clock: "frozen" },
    webhooks: { secret, throttleMs: 0 },
  });
  onTestFinished(close);
  const control = connectMock({ url });
  const environment = {
    ...{ KOMBO_BASE_URL: baseUrl, KOMBO_WEBHOOK_SECRET: secret, PORT: "0" },
    STORE: join(folder, "receiver.sqlite"),
  };
  const seen = (list: string) => {
    const store = openStore(environment.STORE);
    const records = recordsOf({ store }, list).map(({ id }) => id);
    const due = rowsOf({ store }, "due");
    store.close();
    return { records, due };
  };
  /** Waits until the process has fetched what it was told of. */
  const fetched = async (list: string, id: string) => {
    while (!seen(list).records.includes(id)) await new Promise((resolve) => setImmediate(resolve));
  };

  const first = await start(environment);
  expect(first.line).toBe(`Receives webhooks on ${first.url}`);
  await control.webhooks.endpoints.create({ url: first.url });
  const told = await control.create("hris.absences", { status: "REQUESTED" });
  await control.settle();
  expect((await control.webhooks.deliveries()).map(({ state }) => state)).toEqual(["delivered"]);
  await fetched("absences", told.id);
  await first.end();

  const missed = await control.create("hris.absences", { status: "REQUESTED" });
  expect(seen("absences").records).not.toContain(missed.id);
  const second = await start(environment);
  expect(seen("absences")).toEqual({ records: expect.arrayContaining([told.id, missed.id]), due: [] });
  expect(second.errors()).toBe("");
  expect(await control.contract()).toEqual([]);
});

test("without a secret the process says what to set", { timeout: 60_000 }, async () => {
  const { ended, errors } = await start({ STORE: ":memory:" });
  const [code] = await ended;
  expect(code).toBe(1);
  expect(errors()).toContain("Set KOMBO_WEBHOOK_SECRET to the webhook secret of the environment.");
});
