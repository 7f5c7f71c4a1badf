import { companyOf } from "../people.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { employeeEmail, employeeName } from "./employee-name.ts";
import { countryOf } from "./sites.ts";

/** What holds for all employees of a company. */
export interface CompanyFacts {
  readonly host: string;
  /** How many people before somebody have the same name, by the person's id in the tool. */
  readonly namesakes: ReadonlyMap<string, number>;
}

const known = new WeakMap<readonly SkeletonRow[], CompanyFacts>();

/** The facts about a company, which are found out once for the rows of its employees. */
export function companyFacts(source: RecordSource): CompanyFacts {
  const rows = source.rows("hris.employees");
  const found = known.get(rows);
  if (found) return found;
  const { host } = companyOf(source.seed, source.integrationId, source.country);
  const facts = { host, namesakes: countNamesakes(rows, source) };
  known.set(rows, facts);
  return facts;
}

function countNamesakes(rows: readonly SkeletonRow[], source: RecordSource): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const before = new Map<string, number>();
  for (const row of rows.filter(({ bare }) => !bare)) {
    const name = addressOf(row, source);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    before.set(row.remoteId, count);
  }
  return before;
}

/** Names are the same when the addresses made of them would be. */
function addressOf(row: SkeletonRow, source: RecordSource): string {
  const { seed } = source;
  const key = `${source.integrationId}/${row.remoteId}`;
  const { firstName, lastName } = employeeName({ seed, key }, countryOf(row, source));
  const names = { first_name: firstName, last_name: lastName, ...row.values };
  const parts = { firstName: String(names.first_name), lastName: String(names.last_name) };
  return employeeEmail({ ...parts, number: row.remoteId, namesakes: 0 }, "example.com") ?? row.remoteId;
}
