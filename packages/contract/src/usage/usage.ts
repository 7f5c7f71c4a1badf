/** How it is known that a consumer relies on a field: a person said so, or a test failed without it. */
export type Evidence = "declared" | "observed";

/** What a consumer uses of one operation or webhook; places are spelled as in violations and differences. */
export interface OperationUsage {
  /** `query.page_size`, `path.absence_id`: every one that is sent. */
  readonly parameters?: readonly string[];
  /** `body.start_date`, `body.items[].id`: every one that is sent. */
  readonly request_fields?: readonly string[];
  /** The codes that the consumer handles. */
  readonly error_codes?: readonly string[];
  /** `answer.data.results[].id`: those that the consumer relies on, with how that is known. */
  readonly response_fields?: Readonly<Record<string, Evidence>>;
  /** What is known of all other fields of the answer; `unknown` where nothing is said. */
  readonly other_response_fields?: "unused" | "unknown";
}

/** What stands in `kombo-usage.json`: sorted, without values, times or names of machines, so that it can be committed. */
export interface Usage {
  readonly version: 1;
  /** What the consumer is called; its folder where nothing is said. */
  readonly consumer?: string;
  /** By `"GET /hris/absences"` or `"webhook data-changed"`. */
  readonly operations: Readonly<Record<string, OperationUsage>>;
}

/** Writes a usage as it is committed: sorted, with what is empty left out. */
export function writeUsage(usage: Usage): string {
  return `${JSON.stringify(sorted(usage), null, 2)}\n`;
}

/** Joins what several runs or parts of a consumer use. Of two that disagree, a declaration wins, and doubt wins. */
export function mergeUsages(usages: readonly Usage[]): Usage {
  const names = [...new Set(usages.flatMap(({ consumer }) => consumer ?? []))];
  const operations = [...new Set(usages.flatMap((one) => Object.keys(one.operations)))].map((name) => {
    const given = usages.flatMap((one) => one.operations[name] ?? []);
    return [name, mergeOperations(given)] as const;
  });
  const merged = { version: 1, operations: Object.fromEntries(operations) } as const;
  const [only] = names;
  return sorted(names.length === 1 && only !== undefined ? { ...merged, consumer: only } : merged);
}

function mergeOperations(given: readonly OperationUsage[]): OperationUsage {
  const fields = new Map<string, Evidence>();
  for (const { response_fields } of given) {
    for (const [field, evidence] of Object.entries(response_fields ?? {})) {
      if (fields.get(field) !== "declared") fields.set(field, evidence);
    }
  }
  const isUnused = given.every((one) => one.other_response_fields === "unused");
  return {
    parameters: given.flatMap((one) => one.parameters ?? []),
    request_fields: given.flatMap((one) => one.request_fields ?? []),
    error_codes: given.flatMap((one) => one.error_codes ?? []),
    response_fields: Object.fromEntries(fields),
    ...(isUnused ? { other_response_fields: "unused" } : {}),
  };
}

function sorted({ version, consumer, operations }: Usage): Usage {
  const entries = byName(Object.entries(operations)).map(
    ([name, one]) => [name, sortedOperation(one)] as const,
  );
  return {
    version,
    ...(consumer === undefined ? {} : { consumer }),
    operations: Object.fromEntries(entries),
  };
}

function sortedOperation(one: OperationUsage): OperationUsage {
  const list = <Key extends "parameters" | "request_fields" | "error_codes">(key: Key) => {
    const values = [...new Set(one[key])].sort();
    return values.length > 0 ? { [key]: values } : {};
  };
  const fields = byName(Object.entries(one.response_fields ?? {}));
  return {
    ...list("parameters"),
    ...list("request_fields"),
    ...list("error_codes"),
    ...(fields.length > 0 ? { response_fields: Object.fromEntries(fields) } : {}),
    ...(one.other_response_fields === undefined ? {} : { other_response_fields: one.other_response_fields }),
  };
}

function byName<Value>(entries: readonly [string, Value][]): [string, Value][] {
  return entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
