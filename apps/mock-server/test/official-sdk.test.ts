import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboGeneralError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import { checkAnswer } from "@kombo-mock/contract";
import { connectMock } from "@kombo-mock/msw/connect";
import { operations } from "@kombo-mock/openapi";
import { type MockServer, startServer } from "kombo-mock";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { apiKey, type Client, calls, clientOf } from "./official-sdk.calls.ts";
import { fieldLists, lists, type Pages } from "./official-sdk.lists.ts";

let server: MockServer;
let client: Client;

beforeAll(async () => {
  server = await startServer({ port: 0, checkAnswer });
  client = clientOf(server);
});

afterAll(async () => {
  const faults = (await server.mock.contract()).filter(({ violation }) => violation.blame === "provider");
  await server.close();
  expect(faults).toEqual([]);
});

beforeEach(() => server.mock.reset());

test("these are all methods that the SDK has for the operations that are served", () => {
  const methods = Object.values(operations).flatMap(({ sdk }) => (sdk ? [sdk] : []));
  expect([...Object.keys(calls), ...Object.keys(lists), ...Object.keys(fieldLists)].sort()).toEqual(
    methods.sort(),
  );
});

test.each(Object.entries(calls))("%s gets an answer over HTTP that the SDK accepts", async (_name, call) => {
  expect(await call(client)).toBeDefined();
});

const pageSizes = [1, 7, 250];

/** The ids of all pages; `between` runs after each, before the SDK asks for the next. */
async function idsOf(pages: Pages, between = async () => {}): Promise<string[][]> {
  const ids: string[][] = [];
  for await (const { result } of pages) {
    ids.push(result.data.results.map(({ id }) => id));
    await between();
  }
  return ids;
}

/** How many ids each page holds, when so many are handed out by pages of a size. */
function lengthsOf(count: number, size: number): number[] {
  return Array.from({ length: Math.ceil(count / size) }, (_, page) => Math.min(size, count - page * size));
}

test.each(Object.entries(fieldLists))(
  "%s answers each field once, whatever the size of its pages",
  async (_name, list) => {
    const kombo = client.of("general");
    const [all = []] = await idsOf(await list(kombo, { page_size: 250 }));
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all).size).toBe(all.length);
    for (const size of pageSizes) {
      const pages = await idsOf(await list(kombo, { page_size: size }));
      expect(pages.flat()).toEqual(all);
      expect(pages.map(({ length }) => length)).toEqual(lengthsOf(all.length, size));
    }
  },
);

const entryOf = (sdk: string) => {
  const entry = Object.values(operations).find((one) => one.sdk === sdk);
  if (!entry) throw new Error(`The document has no operation with the SDK's method "${sdk}".`);
  return entry;
};

const sized = Object.keys(lists).flatMap((name) => pageSizes.map((size) => [name, size] as const));

test.each(sized)(
  "%s by pages of %i answers each record once, while a writer edits, creates and deletes between every two",
  async (name, size) => {
    const { domain, collection } = entryOf(name);
    const kombo = client.of(domain as "hris");
    const list = (page_size: number) =>
      lists[name]?.(kombo, { page_size }) ?? Promise.reject(new Error(name));
    const writer = connectMock({ url: server.url, apiKey });
    // Which collection it is comes from the document; the writer's types know each by its name.
    const named = collection as "hris.groups";

    // There is a second page, whatever its size.
    await writer.create(named, {}, { count: size + 1 });
    const before = (await idsOf(await list(250))).flat();

    // Of an order the tool's own data is not shown; the type is the one of the collection named above.
    const edit = (turn: number) =>
      (domain === "assessment" ? { status: turn % 2 ? "REJECTED" : "OPEN" } : { remote_data: { turn } }) as {
        remote_data: { turn: number };
      };
    const created: string[] = [];
    const deleted = new Set<string>();
    let turns = 0;
    let certain = 0;
    const write = async () => {
      turns++;
      certain = created.length;
      const left = before.filter((id) => !deleted.has(id));
      await writer.update(named, left[turns % left.length] ?? "", edit(turns));
      // Were there always a new one, pages of one record would have no end.
      if (turns <= 5) created.push((await writer.create(named)).id);
      const gone = turns % 2 ? left.at(-1) : left[0];
      if (gone === undefined || left.length < 2) return;
      await writer.remove(named, gone);
      deleted.add(gone);
    };
    const pages = await idsOf(await list(size), write);
    const seen = pages.flat();
    expect(pages.length).toBeGreaterThan(1);
    expect(pages.slice(0, -1).map(({ length }) => length)).toEqual(pages.slice(1).map(() => size));
    expect(new Set(seen).size).toBe(seen.length);
    const stayed = before.filter((id) => !deleted.has(id));
    expect(seen.filter((id) => stayed.includes(id))).toEqual(stayed);
    expect(seen.filter((id) => !before.includes(id))).toEqual(created.slice(0, certain));
  },
);

test("what is wrong arrives over HTTP as the SDK's typed errors", async () => {
  const strange = new Kombo({ api_key: "ks_dev_invalid_1", server_url: server.baseUrl });
  const failed = async (call: Promise<unknown>) => {
    const error: unknown = await call.catch((thrown: unknown) => thrown);
    return error instanceof KomboGeneralError ||
      error instanceof KomboHrisError ||
      error instanceof KomboAtsError
      ? [error.constructor.name, error.statusCode, error.error.code]
      : error;
  };
  const { general, connect } = client.of("general");
  expect(await failed(strange.general.checkApiKey())).toEqual([
    "KomboGeneralError",
    401,
    "PLATFORM.AUTHENTICATION_INVALID",
  ]);
  expect(await failed(general.getIntegrationDetails({ integration_id: "nope" }))).toEqual([
    "KomboGeneralError",
    404,
    "PLATFORM.INTEGRATION_NOT_FOUND",
  ]);
  const bad = connect.createConnectionLink({
    end_user_email: "nobody",
    end_user_organization_name: "A",
  });
  expect(await failed(bad)).toEqual(["KomboGeneralError", 400, "PLATFORM.INPUT_INVALID"]);
  const { hris } = client.of("hris");
  expect(await failed(hris.createEmployeeWithForm({ properties: {} }))).toEqual([
    "KomboHrisError",
    400,
    "PLATFORM.INPUT_INVALID",
  ]);
  const ada = { first_name: "Ada", last_name: "Okafor", email_address: "ada.okafor@mail.example.com" };
  const job_id = client.cast.closedJob.id;
  expect(await failed(client.of("ats").ats.createApplication({ job_id, body: { candidate: ada } }))).toEqual([
    "KomboAtsError",
    400,
    "ATS.JOB_CLOSED",
  ]);
});
