import { once } from "node:events";
import { connectMock } from "@kombo-mock/msw/connect";
import { expect, test } from "vitest";
import { project } from "./exec-cli.ts";
import { serveCli } from "./run-cli.ts";
import { asking } from "./serve.ts";

interface Row {
  readonly id: string;
  readonly changed_at: string;
}

/** A record of a list, as `employees 1`, and when it changed. */
interface Seen {
  readonly record: string;
  readonly at: string;
}

interface Page {
  readonly data: { readonly results: readonly Row[]; readonly next: string | null };
}

const lists = ["employees", "groups"];

/** Where a server with its defaults listens, in a process of its own, and the key that it takes. */
interface Served {
  readonly url: string;
  readonly apiKey: string;
}

const commands: readonly [name: string, start: () => Promise<Served>][] = [
  ["serve", async () => ({ url: (await serveCli()).url, apiKey: "ks_dev_mock" })],
  [
    "exec",
    async () => {
      const { child } = project(
        "console.log(JSON.stringify({ url, apiKey: key })); process.stdin.resume();",
      ).start([]);
      const [text] = (await once(child.stdout, "data")) as [string];
      return JSON.parse(text) as Served;
    },
  ],
];

/** A consumer that remembers when its last fetch began. */
async function openConsumer({ url, apiKey }: Served) {
  const mock = connectMock({ url, apiKey });
  const { ask } = asking(url, apiKey);
  const [main] = (await mock.integrations.list()).filter(({ tool }) => tool === "sandbox");
  const integration_id = main?.id ?? expect.fail("There is no sandbox.");
  const headers = { "x-integration-id": integration_id };
  let since: string | undefined;
  const fetchChanges = async () => {
    const asked = since;
    // The consumer's own machine knows the time, not the answer of the mock.
    const startedAt = new Date().toISOString();
    const rows: Seen[] = [];
    for (const list of lists) {
      for (let cursor: string | null = ""; cursor !== null; ) {
        const query = new URLSearchParams({
          page_size: "250",
          ...(asked === undefined ? {} : { updated_after: asked }),
          ...(cursor === "" ? {} : { cursor }),
        });
        const { json }: { json: Page } = await ask<Page>(`GET /v1/hris/${list}?${query}`, { headers });
        rows.push(
          ...json.data.results.map(({ id, changed_at }) => ({ record: `${list} ${id}`, at: changed_at })),
        );
        cursor = json.data.next;
      }
    }
    since = startedAt;
    return { since: asked, rows };
  };
  // What is there from the beginning is no write.
  await fetchChanges();
  const employees = await mock.find("hris.employees", {}, { integration_id });
  // Who leads somebody is listed again with those, which would tell of one write several times.
  const leads = new Set(employees.map(({ manager }) => manager?.id));
  const written = employees.filter(
    ({ id, remote_deleted_at }) => remote_deleted_at === null && !leads.has(id),
  );
  /** One write of each kind; answers what was written. */
  const write = async (number: number): Promise<string[]> => {
    const employee = written[number] ?? expect.fail("There are too few employees.");
    const body = { work_email: `nr-${number}@example.com` };
    const patched = await ask(`PATCH /v1/hris/employees/${employee.id}`, { headers, body });
    const posted = await ask<{ data: { id: string } }>("POST /v1/hris/employees", {
      headers,
      body: { first_name: "Ada", last_name: `Nr ${number}`, work_email: `ada.${number}@example.com` },
    });
    expect([patched.status, posted.status]).toEqual([200, 200]);
    const { id } = await mock.create("hris.groups", { name: `Group ${number}` }, { integration_id });
    return [`employees ${employee.id}`, `employees ${posted.json.data.id}`, `groups ${id}`];
  };
  return { fetchChanges, write };
}

test.each(commands)(
  "under %s a consumer with a clock of its own sees each write once that was made between its fetches",
  {
    timeout: 120_000,
  },
  async (_, start) => {
    const { fetchChanges, write } = await openConsumer(await start());
    const written: string[] = [];
    const fetches: Awaited<ReturnType<typeof fetchChanges>>[] = [];
    for (let round = 0; round < 6; round++) {
      for (let number = 0; number <= round % 3; number++) written.push(...(await write(written.length / 3)));
      fetches.push(await fetchChanges());
    }
    fetches.push(await fetchChanges());
    for (const record of written) {
      const seen = fetches.flatMap(({ since, rows }) =>
        rows.flatMap((row) => (row.record === record ? [{ since, at: row.at }] : [])),
      );
      expect(seen.length, record).toBeGreaterThan(0);
      // Twice only in the very millisecond in which a fetch began: `updated_after` includes it, so that nothing is lost.
      expect(
        seen.slice(1).filter(({ since, at }) => at !== since),
        record,
      ).toEqual([]);
    }
  },
);

test.each(commands)(
  "under %s a consumer with a clock of its own loses no write that is made while it fetches",
  {
    timeout: 120_000,
  },
  async (_, start) => {
    const { fetchChanges, write } = await openConsumer(await start());
    const seen = new Set<string>();
    const written: string[] = [];
    for (let round = 0; round < 6; round++) {
      const [{ rows }, records] = await Promise.all([fetchChanges(), write(round)]);
      for (const { record } of rows) seen.add(record);
      written.push(...records);
    }
    for (const { record } of (await fetchChanges()).rows) seen.add(record);
    expect(written.filter((record) => !seen.has(record))).toEqual([]);
  },
);
