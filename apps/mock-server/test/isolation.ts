import { startServer } from "kombo-mock";
import { pick, randomOf } from "./random.ts";
import { asking, type TestServer } from "./serve.ts";

/** What keeps workers apart: a key for each, or one key and an integration for each. */
export type Apart = "keys" | "integrations";

/** A worker whose state at the end is another one than that of the same worker alone. */
export interface Leak {
  readonly worker: number;
  readonly together: string;
  readonly alone: string;
}

interface Worker {
  readonly ask: TestServer["ask"];
  readonly id: string;
  readonly key: string;
  readonly random: () => number;
  readonly apart: Apart;
}

type Step = (worker: Worker, number: number) => Promise<unknown>;

/** A connection that the server closes for being idle, just as a request is sent, has not read it: it is sent anew. */
async function to(
  worker: Worker,
  call: string,
  body?: unknown,
  tries = 3,
): Promise<{ readonly json: unknown }> {
  const sent = {
    key: worker.key,
    headers: { "x-integration-id": worker.id },
    ...(body === undefined ? {} : { body }),
  };
  try {
    return await worker.ask(call, sent);
  } catch (error) {
    if (!(error instanceof TypeError) || tries === 1) throw error;
    return to(worker, call, body, tries - 1);
  }
}
const records = ({ id }: Worker, collection: string, query = "") =>
  `/_mock/records/${collection}?integration_id=${encodeURIComponent(id)}${query}`;
const name = ({ random }: Worker) => `Name ${Math.floor(random() * 20)}`;

/** What a worker does; nothing of it is numbered for the whole environment, so that others cannot move it. */
const steps: readonly [Step, ...Step[]] = [
  (one) => to(one, `POST ${records(one, "hris.skills")}`, { name: name(one) }),
  (one) => to(one, `PATCH ${records(one, "hris.skills", `&name=${name(one)}`)}`, { name: name(one) }),
  (one) => to(one, `DELETE ${records(one, "hris.skills", `&name=${name(one)}`)}`),
  (one) => to(one, `DELETE ${records(one, "hris.skills", `&name=${name(one)}&purge=true`)}`),
  (one, number) =>
    to(one, `POST ${records(one, "hris.employees", "&visible=after-sync")}`, {
      first_name: `Late ${number}`,
    }),
  (one) => to(one, "GET /v1/hris/skills?page_size=20"),
  (one) => to(one, "GET /v1/hris/employees?page_size=5&include_deleted=true"),
  (one) =>
    to(one, `PATCH /_mock/integrations/${one.id}`, {
      status: pick(one.random, ["ACTIVE", "INVALID", "INACTIVE"]),
      end_user: { organization_name: name(one) },
    }),
  (one) =>
    to(one, `PATCH /_mock/integrations/${one.id}`, {
      trait: pick(one.random, ["active", "rate-limited-twice"]),
    }),
  (one) => to(one, `POST /_mock/integrations/${one.id}/syncs`, {}),
  async (one) => {
    if (one.random() > 0.1) return;
    const isWhole = one.apart === "keys" && one.random() > 0.5;
    await to(one, "POST /_mock/reset", isWhole ? {} : { integration_id: one.id });
    await connect(one);
  },
];

const connect = (one: Worker) => to(one, "POST /_mock/integrations", { id: one.id, tool: "sandbox" });

/** What is left of a worker's integration at the end, as files and clients see it. */
async function stateOf(one: Worker): Promise<string> {
  const { json } = await to(one, "GET /_mock/state");
  const { integrations } = json as { integrations: Record<string, { sync?: unknown }> };
  await to(one, `PATCH /_mock/integrations/${one.id}`, { trait: "active" });
  const lists = await Promise.all(
    ["skills", "employees", "absences"].map((list) => to(one, `GET /v1/hris/${list}?page_size=50`)),
  );
  return JSON.stringify([integrations[one.id], lists.map((list) => list.json)]);
}

async function run(apart: Apart, numbers: readonly number[], calls: number): Promise<string[]> {
  const server = await startServer({ port: 0, clock: "frozen", maxEnvironments: numbers.length + 2 });
  const { ask } = asking(server.url);
  try {
    // The first key has the default environment; none of the workers is to be special.
    await ask("GET /v1/check-api-key", { key: "ks_dev_first" });
    return await Promise.all(
      numbers.map(async (number) => {
        const worker: Worker = {
          ...{ ask, apart, random: randomOf(number + 1) },
          ...{
            id: apart === "keys" ? "sandbox:own" : `sandbox:${number}`,
            key: apart === "keys" ? `ks_dev_worker_${number}` : "ks_dev_all",
          },
        };
        await connect(worker);
        for (let call = 0; call < calls; call++) await pick(worker.random, steps)(worker, call);
        return stateOf(worker);
      }),
    );
  } finally {
    await server.close();
  }
}

/** Lets workers write and reset at the same time, then each alone, and tells where that made a difference. */
export async function findLeaks(
  apart: Apart,
  { workers, calls }: { readonly workers: number; readonly calls: number },
): Promise<Leak[]> {
  const numbers = Array.from({ length: workers }, (_, number) => number);
  const together = await run(apart, numbers, calls);
  const leaks: Leak[] = [];
  for (const worker of numbers) {
    const [alone = ""] = await run(apart, [worker], calls);
    if (alone !== together[worker]) leaks.push({ worker, together: together[worker] ?? "", alone });
  }
  return leaks;
}
