import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { type OperationEntry, operations } from "../../packages/openapi/dist/index.js";
import { line, spreadOf } from "./figures.ts";
import { cpuOf, load, read, start } from "./processes.ts";

const requestsPerRound = 400;
const page = "/v1/hris/employees?page_size=100";

interface Record {
  readonly id: string;
}

/** Lists of records, against a bare server that sends the same bytes, and how long the first pages of worlds take. */
export async function lists(folder: string, rounds: number): Promise<void> {
  await pageOfEmployees(folder, rounds);
  await firstPages(rounds);
  await largeWorld();
  await changesOfLargeWorld(rounds);
}

/** CPU of a page: as the world has it, and after one employee in a hundred and a location were changed. */
async function pageOfEmployees(folder: string, rounds: number): Promise<void> {
  const mock = await start("mock", undefined, "demo");
  const headers = { "x-integration-id": await sandboxOf(mock.url) };
  const file = join(folder, "page.json");
  writeFileSync(file, await read(`${mock.url}${page}`, headers));
  const bare = await start("bare", file);
  const cpuOfPages = async ({ child, url }: typeof bare, change?: () => Promise<void>) => {
    const before = await cpuOf(child);
    // A change costs its own CPU too; the page after it is what is looked at.
    await change?.();
    await load(`${url}${page}`, requestsPerRound, headers);
    return ((await cpuOf(child)) - before) / requestsPerRound;
  };
  for (const server of [bare, mock]) await cpuOfPages(server);
  const warm: number[] = [];
  const changed: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const reference = await cpuOfPages(bare);
    warm.push((await cpuOfPages(mock)) / reference);
    changed.push((await cpuOfPages(mock, () => changeSome(mock.url, headers, round))) / reference);
  }
  for (const { child } of [bare, mock]) child.kill();
  console.log(line("CPU of a page of 100 employees, warm", warm, "against the same bytes"));
  console.log(
    line("the same, 1 % of employees and a location just changed", changed, `over ${requestsPerRound} pages`),
  );
}

async function changeSome(
  url: string,
  headers: { "x-integration-id": string },
  round: number,
): Promise<void> {
  const { results } = JSON.parse(await read(`${url}${page}`, headers)).data as { results: Record[] };
  const locations = JSON.parse(await read(`${url}/v1/hris/locations`, headers)).data as { results: Record[] };
  const changes = [results[0], results[50]].map((one) => [
    "hris.employees",
    one?.id,
    { job_title: `Job ${round}` },
  ]);
  for (const [collection, id, values] of [
    ...changes,
    ["hris.locations", locations.results[0]?.id, { name: `Site ${round}` }],
  ]) {
    const answer = await fetch(`${url}/_mock/records/${String(collection)}?id=${String(id)}`, {
      method: "PATCH",
      headers: { authorization: "Bearer ks_dev_mock", "content-type": "application/json" },
      body: JSON.stringify(values),
    });
    if (!answer.ok) throw new Error(await answer.text());
  }
}

/** From the ready line to the first page of the demo world. */
async function firstPages(rounds: number): Promise<void> {
  const times: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { child, url } = await start("mock", undefined, "demo");
    const headers = { "x-integration-id": await sandboxOf(url) };
    const began = performance.now();
    await read(`${url}${page}`, headers);
    times.push(performance.now() - began);
    child.kill();
  }
  console.log(told("first page of the demo world", times));
}

/** The first page of 10,000 employees, and the first and second use of a filter on each kind of field. */
async function largeWorld(): Promise<void> {
  const { child, url } = await start("mock", undefined, "large");
  const headers = { "x-integration-id": await sandboxOf(url) };
  const timed = async (path: string) => {
    const began = performance.now();
    await read(`${url}${path}`, headers);
    return performance.now() - began;
  };
  console.log(told("first page of 10,000 employees", [await timed(page)]));
  for (const filter of filters) {
    const path = `/v1/hris/employees?page_size=100&${filter}`;
    // Another page size, so that the second page is made and not remembered.
    const times = [await timed(path), await timed(path.replace("=100", "=99"))];
    console.log(told(`10,000 employees by ${filter.split("=")[0]}, first and again`, times));
  }
  child.kill();
}

/** What changed since an instant, in lists of the large world that follow their relations: the first time that anybody asks a server at all. */
async function changesOfLargeWorld(rounds: number): Promise<void> {
  // What changed by way of related records takes longest.
  const lists = (Object.values(operations) as readonly OperationEntry[]).filter(
    ({ domain, updatedAfter }) => updatedAfter && (domain === "hris" || domain === "ats"),
  );
  for (const { path, domain } of lists) {
    for (const since of instants) {
      const times: number[] = [];
      const used: number[] = [];
      for (let round = 0; round < rounds; round++) {
        const { child, url } = await start("mock", undefined, "large");
        const headers = { "x-integration-id": await sandboxOf(url, domain.toUpperCase()) };
        const [began, before] = [performance.now(), await cpuOf(child)];
        await read(`${url}/v1${path}?page_size=100&updated_after=${since}`, headers);
        times.push(performance.now() - began);
        used.push(((await cpuOf(child)) - before) / 1_000);
        child.kill();
      }
      const cpu = `${spreadOf(used).median.toFixed(0)} ms of CPU`;
      console.log(`${told(`${path} of large since ${since}`, times)}, ${cpu}`);
    }
  }
}

/** Nearly all changed since, many did, few did, and none did. */
const instants = ["2020-01-01", "2025-11-01", "2026-01-14T12:00:00", "2026-02-01"] as const;

const filters = [
  "employment_statuses=LEAVE",
  "work_emails=nobody%40example.com",
  "personal_emails=nobody%40example.com",
  "group_ids=none",
  "legal_entity_ids=none",
  "work_location_ids=none",
  "custom_fields=%7B%22shirt_size%22%3A%22XL%22%7D",
  "remote_ids=100500",
  "updated_after=2026-01-10",
] as const;

function told(name: string, milliseconds: readonly number[]): string {
  const shown =
    milliseconds.length === 2
      ? milliseconds.map((one) => one.toFixed(0)).join(", then ")
      : `${spreadOf(milliseconds).median.toFixed(0)}, at most ${spreadOf(milliseconds).max.toFixed(0)}`;
  return `${name.padEnd(58)} ${shown} ms`;
}

async function sandboxOf(url: string, of = "HRIS"): Promise<string> {
  const { results } = JSON.parse(await read(`${url}/_mock/integrations`)) as {
    results: readonly { readonly id: string; readonly tool: string; readonly category: string }[];
  };
  const found = results.find(({ tool, category }) => tool === "sandbox" && category === of);
  if (!found) throw new Error("The world has no sandbox.");
  return found.id;
}
