import { expect, test } from "vitest";
import { findLeaks } from "./isolation.ts";
import { pick, randomOf } from "./random.ts";
import { example, serve, type TestServer } from "./serve.ts";

/** What a client knows of its own world. */
interface Known {
  isEnabled: boolean;
  isDeleted: boolean;
  name: string;
  /** How many integrations it has. */
  count: number;
  /** How many integrations the world has. */
  readonly first: number;
}

type Step = (
  ask: (call: string, body?: unknown) => ReturnType<TestServer["ask"]>,
  known: Known,
) => Promise<unknown>;

const id = `/v1/integrations/${example}`;
const kept = "/_mock/integrations/bamboohr:DAns34VhN4Vtnjvvxp216Di3";

/** What a client may do next; each answers what came beside what has to come. */
const steps: readonly [Step, ...Step[]] = [
  async (ask, known) => {
    known.isEnabled = !known.isEnabled;
    const { status } = await ask(`PUT ${id}/enabled`, { value: known.isEnabled });
    return [status, known.isDeleted ? 404 : 200];
  },
  async (ask, known) => {
    const { status } = await ask(`DELETE ${id}`, {});
    const expected = known.isDeleted ? 404 : 200;
    known.count -= known.isDeleted ? 0 : 1;
    known.isDeleted = true;
    return [status, expected];
  },
  async (ask, known) => {
    await ask("POST /_mock/reset", {});
    Object.assign(known, { isEnabled: true, isDeleted: false, name: "", count: known.first });
    return [0, 0];
  },
  async (ask, known) => {
    const { status } = await ask("POST /_mock/integrations", { tool: "personio" });
    known.count++;
    return [status, 200];
  },
  async (ask, known) => {
    known.name = `${known.name}x`.slice(-20);
    const { status } = await ask(`PATCH ${kept}`, { end_user: { organization_name: known.name } });
    return [status, 200];
  },
  async (ask, known) => {
    const { status, json } = await ask(`GET ${id}`);
    const { data } = json as { data?: { status: string } };
    const expected = known.isDeleted ? [404, undefined] : [200, known.isEnabled ? "ACTIVE" : "INACTIVE"];
    return [[status, data?.status], expected];
  },
  async (ask, known) => {
    const { json } = await ask("GET /_mock/integrations");
    const { results } = json as { results: { id: string; end_user: { organization_name: string } }[] };
    const name = results.find((one) => kept.endsWith(one.id))?.end_user.organization_name;
    return [
      [results.length, known.name === "" ? "" : name],
      [known.count, known.name],
    ];
  },
];

test("twenty clients at a time with keys of their own, fifty requests each, see only their own world", {
  timeout: 60_000,
}, async () => {
  const { ask, mock } = await serve();
  const first = (await mock.integrations.list()).length;
  const client = async (number: number) => {
    const random = randomOf(number);
    const known: Known = { isEnabled: true, isDeleted: false, name: "", count: first, first };
    const key = `ks_dev_worker_${number}`;
    const own: Parameters<Step>[0] = (call, body) =>
      ask(call, { key, ...(body === undefined ? {} : { body }) });
    for (let request = 0; request < 50; request++) {
      const [came, expected] = (await pick(random, steps)(own, known)) as [unknown, unknown];
      expect(came).toEqual(expected);
    }
  };
  await Promise.all(Array.from({ length: 20 }, (_, number) => client(number)));
  expect(await ask("GET /_mock/health", { key: null })).toMatchObject({ json: { environments: 20 } });
});

test.each(["keys", "integrations"] as const)(
  "ten workers apart by %s, a hundred calls each with resets, end like each of them alone",
  { timeout: 60_000 },
  async (apart) => {
    expect(await findLeaks(apart, { workers: 10, calls: 100 })).toEqual([]);
  },
);
