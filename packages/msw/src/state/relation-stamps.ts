import type { StoredRecord } from "@kombo-mock/factories/worlds";

/** Instants by what they are of. */
type Stamps = Readonly<Record<string, string>>;

/** Where a record keeps when its links changed, by their key. */
const linksChanged = "links_changed_at";
/** Where a record keeps whom it belonged to, by foreign key and id, with the instant at which it went. */
const parentsLeft = "parents_left_at";

/**
 * What is stored beside the values of a record whose links and foreign keys are about to change, to tell later which
 * links were made or cut: links are no values, and a foreign key shows where the record is but not where it was.
 */
export function relationStamps(
  record: StoredRecord,
  changed: { readonly links: readonly string[]; readonly keys: readonly string[] },
  now: string,
): Readonly<Record<string, unknown>> {
  const stamps: Record<string, unknown> = {};
  if (changed.links.length > 0) {
    stamps[linksChanged] = {
      ...linkStamps(record),
      ...Object.fromEntries(changed.links.map((key) => [key, now])),
    };
  }
  for (const key of changed.keys) {
    const parent = record[key];
    if (typeof parent !== "string") continue;
    const left = parentStamps({ ...record, ...stamps });
    stamps[parentsLeft] = { ...left, [key]: { ...left[key], [parent]: now } };
  }
  return stamps;
}

/** When the links of a record changed last, by their key. */
export function linkStamps(record: StoredRecord | undefined): Stamps {
  // Nothing else is stored there.
  return (record?.[linksChanged] ?? {}) as Stamps;
}

/** Whom a record belonged to, by foreign key and id, and when it went. */
export function parentStamps(record: StoredRecord | undefined): Readonly<Record<string, Stamps>> {
  return (record?.[parentsLeft] ?? {}) as Readonly<Record<string, Stamps>>;
}
