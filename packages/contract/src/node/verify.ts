import { type Operation, type OperationEntry, operations } from "@kombo-mock/openapi";
import { judgeAnswerOf } from "../exchange.ts";
import { isObject, objectIn, textIn } from "../recorded/json-value.ts";
import { type CheckReport, makeReport, type ReportOptions } from "../report/report.ts";
import { Tally } from "../report/tally.ts";
import { InputError, reasonOf } from "./input-error.ts";

/** Where and with what a real environment is asked. */
export interface VerifyTarget {
  readonly baseUrl: string;
  readonly key: string;
  readonly integrationIds: readonly string[];
  /** Told what is asked, one line a request. */
  readonly tell: (line: string) => void;
}

/** Asks every operation that only reads, and judges what comes back; no value of it is kept. */
export async function verify(target: VerifyTarget, options: ReportOptions): Promise<CheckReport> {
  const tally = new Tally(options.waivers, options.today);
  const counts = new Map<string, number>();
  const skipped = new Set(readOperations.map(([name]) => name));
  const run: Run = { target, tally, counts, skipped, ids: new Map() };
  await askAll(run, null, (entry) => !entry.integrationHeader && !entry.path.includes("{integration_id}"));
  for (const id of target.integrationIds) {
    const category = await categoryOf(run, id);
    // Ids of one integration mean nothing in another.
    await askAll({ ...run, ids: new Map() }, id, (entry) => {
      if (entry.path.includes("{integration_id}")) return true;
      return entry.integrationHeader && (category === undefined || entry.domain === category);
    });
  }
  for (const name of skipped) target.tell(`not asked: ${name}`);
  const exchanges = [...counts.values()].reduce((sum, one) => sum + one, 0);
  return makeReport(tally, { exchanges, skipped: 0, operations: Object.fromEntries(counts) }, options);
}

interface Run {
  readonly target: VerifyTarget;
  readonly tally: Tally;
  readonly counts: Map<string, number>;
  /** Operations that were not asked yet. */
  readonly skipped: Set<Operation>;
  /** A record's id by the name of the path parameter that takes it. */
  readonly ids: Map<string, string>;
}

const readOperations = (Object.entries(operations) as [Operation, OperationEntry][])
  .filter(([, { method }]) => method === "GET")
  // What needs the id of a record comes after the lists that tell ids.
  .sort(([, a], [, b]) => a.path.split("{").length - b.path.split("{").length);

async function askAll(
  run: Run,
  id: string | null,
  isMeant: (entry: OperationEntry) => boolean,
): Promise<void> {
  for (const [name, entry] of readOperations) {
    if (!isMeant(entry)) continue;
    for (const path of pathsOf(entry, {
      ...Object.fromEntries(run.ids),
      ...(id === null ? {} : { integration_id: id }),
    })) {
      const isPaged = entry.parameters.some((one) => one.name === "page_size");
      const first = await ask(run, name, path, id, isPaged ? { page_size: "5" } : {});
      keepId(run, entry, first);
      const next = textIn(objectIn(first, "data"), "next");
      if (next) await ask(run, name, path, id, { page_size: "5", cursor: next });
    }
  }
}

/** The paths of an operation with everything that is known filled in; none where something is not known. */
function pathsOf(entry: OperationEntry, values: Readonly<Record<string, string>>): string[] {
  const needed = [...entry.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
  const choices = needed.includes("category") ? ["hris", "ats", "assessment", "lms"] : [""];
  if (needed.some((name) => name !== "category" && values[name] === undefined)) return [];
  return choices.map((category) =>
    entry.path.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(name === "category" ? category : (values[name] ?? "")),
    ),
  );
}

/** Keeps the id of the first record of a list, for operations on one: `applications` tells `application_id`. */
function keepId(run: Run, { path }: OperationEntry, answer: unknown): void {
  const results = objectIn(answer, "data")["results"];
  const id = Array.isArray(results) && isObject(results[0]) ? textIn(results[0], "id") : undefined;
  const collection = path.split("/").at(-1) ?? "";
  if (id !== undefined) run.ids.set(`${collection.replace(/s$/, "").replaceAll("-", "_")}_id`, id);
}

async function categoryOf(run: Run, id: string): Promise<string | undefined> {
  const name = "GET /integrations/{integration_id}";
  const answer = await ask(run, name, `/integrations/${encodeURIComponent(id)}`, null, {});
  return textIn(objectIn(answer, "data"), "category")?.toLowerCase();
}

async function ask(
  { target, tally, counts, skipped }: Run,
  name: Operation,
  path: string,
  integrationId: string | null,
  query: Readonly<Record<string, string>>,
): Promise<unknown> {
  const url = `${target.baseUrl.replace(/\/+$/, "")}${path}?${new URLSearchParams(query)}`.replace(/\?$/, "");
  const headers = {
    authorization: `Bearer ${target.key}`,
    ...(integrationId === null ? {} : { "x-integration-id": integrationId }),
  };
  let answer: Response;
  let body: string;
  try {
    // A redirect would carry the key elsewhere.
    answer = await fetch(url, { headers, redirect: "manual", signal: AbortSignal.timeout(60_000) });
    body = await answer.text();
  } catch (error) {
    throw new InputError(`${name} cannot be asked: ${reasonOf(error)}.`);
  }
  skipped.delete(name);
  counts.set(name, (counts.get(name) ?? 0) + 1);
  target.tell(`${name} ${answer.status}`);
  const judged = { status: answer.status, headers: answer.headers, body };
  tally.add(judgeAnswerOf(name, judged, { values: "hidden" }), { source: null, exchange: 0, test: null });
  try {
    return JSON.parse(body) as unknown;
  } catch {
    return undefined;
  }
}
