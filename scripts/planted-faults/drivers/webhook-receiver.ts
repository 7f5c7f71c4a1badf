import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import type * as Client from "../../../apps/sample-webhook-receiver/src/kombo-client.ts";
import type * as Lists from "../../../apps/sample-webhook-receiver/src/read-lists.ts";
import { apiKey, type Stage, secret } from "../stage.ts";

const minute = 60_000;
const week = 7 * 24 * 60 * minute;

/** Runs the receiver as a program for some weeks in which things change, go wrong and are deleted. */
export async function drive(stage: Stage): Promise<unknown> {
  const { mock, load, pass, tick } = stage;
  // In memory where there is a folder for that: the receiver writes often, and a disk takes its time.
  const folder = mkdtempSync(join(existsSync("/dev/shm") ? "/dev/shm" : tmpdir(), "receiver-"));
  Object.assign(process.env, {
    KOMBO_WEBHOOK_SECRET: secret,
    ...{ PORT: "0", STORE: join(folder, "receiver.sqlite") },
  });
  let printed = "";
  const listening = async () => {
    for (let turns = 0; turns < 1_000; turns++) {
      printed += stage.takeOutput();
      const [address] = /http:\S+/.exec(printed) ?? [];
      if (address !== undefined) return address;
      await new Promise((resolve) => setImmediate(resolve));
    }
    throw new Error("The receiver does not say where it listens.");
  };
  /** What was announced is delivered, and what it asks for is fetched. */
  const quiet = async () => {
    await mock.settle({ flush: true });
    await pass(minute);
    await tick(minute);
  };
  const later = () => pass(60 * minute);
  try {
    await load("main.ts");
    const address = (await listening()).replace(/\/?$/, "/");
    await mock.webhooks.endpoints.create({ url: address });
    const integrations = await mock.integrations.list();
    const idOf = (tool: string) => integrations.find((one) => one.tool === tool)?.id ?? "";
    const [hris, ats] = [{ integration_id: idOf("bamboohr") }, { integration_id: idOf("greenhouse") }];
    for (const collection of hrisCollections) {
      await mock.create(collection, {}, hris);
      await quiet();
      await later();
    }
    for (const collection of atsCollections) {
      await mock.create(collection, {}, ats);
      await quiet();
      await later();
    }
    // One list is not to be had any more, and another one for a while.
    await mock.fail("GET /hris/absences", "INTEGRATION.PERMISSION_MISSING", { times: 5 });
    await mock.fail("GET /hris/groups", "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 2, retry_after: 50 });
    await mock.create("hris.absences", {}, hris);
    await quiet();
    await mock.create("hris.groups", {}, hris);
    for (let count = 0; count < 5; count++) await quiet();
    await later();
    await pass(week);
    await tick(week);
    await mock.integrations.update(hris.integration_id, { status: "INVALID" });
    await mock.integrations.update(hris.integration_id, { status: "ACTIVE" });
    await quiet();
    await later();
    await mock.integrations.remove(ats.integration_id);
    await quiet();
    await later();
    await pass(week);
    await tick(week);
    await mock.faults.remove();
    // Another program of the same house looks something up.
    const { createKomboClient } = await load<typeof Client>("kombo-client.ts");
    const { readLists } = await load<typeof Lists>("read-lists.ts");
    const kombo = createKomboClient({ apiKey });
    const lookUp = () => readLists.groups(kombo, { integrationId: hris.integration_id });
    const groups = await lookUp().catch(async () => {
      await pass(minute);
      return lookUp();
    });
    const store = new DatabaseSync(join(folder, "receiver.sqlite"));
    const tables = ["events", "integrations", "deleted", "due", "records", "fetches"];
    const state = tables.map((table) => store.prepare(`SELECT * FROM ${table} ORDER BY 1`).all());
    store.close();
    return { groups, state, printed: (printed + stage.takeOutput()).replaceAll(/:\d+/g, "") };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const hrisCollections = [
  ...["hris.employees", "hris.employments", "hris.legal-entities", "hris.locations", "hris.groups"],
  ...["hris.time-off-balances", "hris.absences", "hris.absence-types"],
] as const;

const atsCollections = [
  ...["ats.jobs", "ats.job-postings", "ats.screening-questions", "ats.application-stages", "ats.users"],
  ...["ats.applications", "ats.candidates", "ats.tags", "ats.interviews", "ats.offers"],
] as const;
