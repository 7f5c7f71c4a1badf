import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { type Item, type Operation, operations, type PathParameters } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import type { Behaviour, Context, Outcome } from "./context.ts";
import { Json } from "./json.ts";
import { KomboError } from "./kombo-error.ts";
import { readCursor, writeCursor } from "./paging.ts";

/** An operation that answers pages of results. */
export type ListOperation = { [Op in Operation]: [Item<Op>] extends [never] ? never : Op }[Operation];

/** An operation that does anything else. */
export type ActionOperation = Exclude<Operation, ListOperation>;

/** A relation that an answer embeds: the stored foreign key, where it leads, and the fields that are shown. */
interface Embed {
  readonly key: string;
  readonly collection: string;
  readonly fields: readonly string[];
}

interface ItemOptions {
  readonly embed?: Readonly<Record<string, Embed>>;
}

interface ListOptions extends ItemOptions {
  /** The page also repeats `next` under its deprecated name. */
  readonly nextCursor?: boolean;
}

/** Lists the records of the operation's collection in the order of their creation, page by page. */
export function list<Op extends ListOperation>(operation: Op, options: ListOptions = {}): Behaviour<Op> {
  const { collection } = operations[operation];
  const itemJson = itemRenderer(options);
  return {
    operation,
    run(context) {
      // Every list operation has both parameters; the judge has read them.
      const { cursor, page_size } = context.query as { cursor?: string; page_size: number };
      const items: string[] = [];
      let next: string | null = null;
      for (const { number, record } of context.view(collection).from(readCursor(cursor))) {
        if (items.length === page_size) {
          next = writeCursor(number);
          break;
        }
        items.push(itemJson(record, context));
      }
      const end = JSON.stringify(next);
      const again = options.nextCursor ? `"next_cursor":${end},` : "";
      return new Json(`{"results":[${items.join(",")}],${again}"next":${end}}`, items.length);
    },
  };
}

/** Changes fields of one record of the operation's collection and answers the record. */
export function update<Op extends ActionOperation>(
  operation: Op,
  options: ItemOptions & {
    /** The path parameter that holds the record's id. */
    readonly id: keyof PathParameters<Op> & string;
    /** What becomes of the record; it may refuse by throwing. */
    readonly set: (context: Context<Op>, record: StoredRecord) => Readonly<Record<string, unknown>>;
  },
): Behaviour<Op> {
  const { collection } = operations[operation];
  const itemJson = itemRenderer(options);
  return {
    operation,
    run(context) {
      const id = String((context.path as Readonly<Record<string, string>>)[options.id]);
      const record = context.view(collection).get(id) ?? unknownRecord(context, collection, options.id, id);
      const at = { integrationId: context.integration.id, collection, id };
      context.change.patch(at, options.set(context, record));
      const changed = context.view(collection).get(id) ?? record;
      return new Json(itemJson(changed, context));
    },
  };
}

/** Does what no other behaviour describes: the escape hatch. */
export function action<Op extends ActionOperation>(
  operation: Op,
  run: (context: Context<Op>) => Outcome<Op>,
): Behaviour<Op> {
  return { operation, run };
}

interface CachedItem {
  readonly json: string;
  /** Every other record that was read to build it. */
  readonly reads: readonly {
    readonly collection: string;
    readonly id: string;
    readonly record: StoredRecord | undefined;
  }[];
}

/** Renders items as JSON. One is kept with all that was read for it, and used while each of those is the same object. */
function itemRenderer({ embed = {} }: ItemOptions) {
  const cache = new WeakMap<StoredRecord, CachedItem>();
  return (record: StoredRecord, context: { view(collection: string): CollectionView }): string => {
    const known = cache.get(record);
    if (known?.reads.every((read) => context.view(read.collection).get(read.id) === read.record))
      return known.json;

    const reads: CachedItem["reads"][number][] = [];
    const item: Record<string, unknown> = { ...record };
    for (const [relation, { key, collection, fields }] of Object.entries(embed)) {
      const id = record[key];
      delete item[key];
      const related = typeof id === "string" ? context.view(collection).get(id) : undefined;
      if (typeof id === "string") reads.push({ collection, id, record: related });
      item[relation] = related ? Object.fromEntries(fields.map((field) => [field, related[field]])) : null;
    }
    const json = JSON.stringify(item);
    cache.set(record, { json, reads });
    return json;
  };
}

function unknownRecord<Op extends Operation>(
  context: Context<Op>,
  collection: string,
  parameter: string,
  id: string,
): never {
  const status = context.assume("unknown-record-status");
  const [first] = context.view(collection).from(0);
  const example = first ? ` One that exists is "${first.record.id}".` : " There are none yet.";
  throw new KomboError(
    status === 400 ? "PLATFORM.INPUT_INVALID" : null,
    `path.${parameter}: "${id}" is no record of "${collection}" in "${context.integration.id}".${example}`,
    { status, assumes: "unknown-record-status" },
  );
}
