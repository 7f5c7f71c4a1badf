import { companyOf } from "../people.ts";
import type { Rows } from "../worlds/growing-rows.ts";
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

const known = new WeakMap<Rows, CompanyFacts>();

/** The facts about a company, which are found out once for the rows of its employees. */
export function companyFacts(source: RecordSource): CompanyFacts {
  const rows = source.eachRow("hris.employees");
  const found = known.get(rows);
  if (found) return found;
  const { host } = companyOf(source.seed, source.integrationId, source.country);
  let namesakesOf: ReturnType<typeof namesakeCounter> | undefined;
  const facts: CompanyFacts = {
    host,
    namesakesOf(row) {
      const number = numberAmongThousands(row);
      if (number > 0) return number;
      namesakesOf ??= namesakeCounter(rows, source);
      return namesakesOf(row);
    },
  };
  known.set(rows, facts);
  return facts;
}

/** Goes through the rows no further than to the one that is asked about. */
function namesakeCounter(rows: Rows, source: RecordSource) {
  const seen = new Map<string, number>();
  const before = new Map<string, number>();
  const ahead = rows[Symbol.iterator]();
  const countNext = (): boolean => {
    const { value: row, done } = ahead.next();
    if (done) return false;
    if (row.bare || numberAmongThousands(row) > 0) return true;
    const name = addressOf(row, source);
    const count = seen.get(name) ?? 0;
    seen.set(name, count + 1);
    before.set(row.remoteId, count);
    return true;
  };
  return ({ remoteId }: SkeletonRow): number => {
    while (!before.has(remoteId) && countNext());
    return before.get(remoteId) ?? 0;
  };
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
