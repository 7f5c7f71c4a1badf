import { companyOf } from "../people.ts";
import type { RecordSource, SkeletonRow } from "../worlds/skeleton.ts";
import { employeeEmail, employeeName } from "./employee-name.ts";
import { countryOf } from "./sites.ts";

/** What holds for all employees of a company. */
export interface CompanyFacts {
  readonly host: string;
  /** How many people before somebody have the same name. */
  namesakesOf(row: SkeletonRow): number;
}

/** In a company of thousands everybody's address has a number, so that nobody has to be counted. */
const firstOfThousands = 100_001;
/** From here on they are of no world, but of whoever tests with it. */
const firstCreated = 500_001;
const numberAmongThousands = ({ remoteId }: SkeletonRow) =>
  Number(remoteId) < firstCreated ? Math.max(0, Number(remoteId) - firstOfThousands + 1) : 0;

const known = new WeakMap<readonly SkeletonRow[], CompanyFacts>();

/** The facts about a company, which are found out once for the rows of its employees. */
export function companyFacts(source: RecordSource): CompanyFacts {
  const rows = source.rows("hris.employees");
  const found = known.get(rows);
  if (found) return found;
  const { host } = companyOf(source.seed, source.integrationId, source.country);
  let namesakes: ReadonlyMap<string, number> | undefined;
  const facts: CompanyFacts = {
    host,
    namesakesOf(row) {
      const number = numberAmongThousands(row);
      if (number > 0) return number;
      namesakes ??= countNamesakes(rows, source);
      return namesakes.get(row.remoteId) ?? 0;
    },
  };
  known.set(rows, facts);
  return facts;
}

function countNamesakes(rows: readonly SkeletonRow[], source: RecordSource): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  const before = new Map<string, number>();
  for (const row of rows.filter((one) => !one.bare && !(numberAmongThousands(one) > 0))) {
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
