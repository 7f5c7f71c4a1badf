import { expect } from "vitest";
import { type Answer, type Company, lists, type Row } from "./company.ts";

/** What became different in the lists: records by path, with the fields whose values changed. */
export type Difference = Readonly<Record<string, Readonly<Record<string, Change>>>>;

type Change = readonly string[] | "new" | "gone";

type Lists = ReadonlyMap<string, ReadonlyMap<string, Row>>;

async function everything(company: Company): Promise<Lists> {
  const found = new Map<string, Map<string, Row>>();
  for (const { path, parameters } of lists) {
    const query = parameters.some(({ name }) => name === "include_deleted") ? { include_deleted: true } : {};
    found.set(path, new Map((await company.all(path, query)).map((row) => [row.id, row])));
  }
  return found;
}

/** Does something and tells what became different in any list of HRIS. */
export async function differenceAfter(company: Company, work: () => Promise<unknown>): Promise<Difference> {
  const before = await everything(company);
  await work();
  const after = await everything(company);
  const difference: Record<string, Record<string, Change>> = {};
  for (const [path, rows] of after) {
    const known = before.get(path) ?? new Map<string, Row>();
    const changes: Record<string, Change> = {};
    for (const id of new Set([...known.keys(), ...rows.keys()])) {
      const change = changeOf(known.get(id), rows.get(id));
      if (change) changes[id] = change;
    }
    if (Object.keys(changes).length > 0) difference[path] = changes;
  }
  return difference;
}

function changeOf(old: Row | undefined, now: Row | undefined): Change | undefined {
  if (!old) return "new";
  if (!now) return "gone";
  const fields = Object.keys(now).filter(
    (field) => JSON.stringify(now[field]) !== JSON.stringify(old[field]),
  );
  return fields.length > 0 ? fields : undefined;
}

/** Does something that is refused, and holds that nothing became different. */
export async function refusedWithoutTrace(
  company: Company,
  work: () => Promise<Answer>,
): Promise<Answer["error"] & { status: number }> {
  const { root } = await company.mock.snapshot();
  const { status, error, text } = await work();
  expect(status, text.slice(0, 300)).toBeGreaterThanOrEqual(400);
  expect((await company.mock.snapshot()).root).toBe(root);
  return { ...error, status };
}
