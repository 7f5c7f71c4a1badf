import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { type Operation, operations, type PathParameters } from "@kombo-mock/openapi";
import type { Behaviour, Context, Outcome } from "./context.ts";
import { itemJson } from "./item-json.ts";
import { fieldsOf } from "./join.ts";
import { Json } from "./json.ts";
import type { ListOperation } from "./list.ts";
import { liveRecord } from "./live-record.ts";
import { blankRecord, touched } from "./records.ts";

export { list } from "./list.ts";

/** An operation that does anything but list. */
export type ActionOperation = Exclude<Operation, ListOperation>;

type Values = Readonly<Record<string, unknown>>;

/** Creates a record of the operation's collection and answers it, in the order of what the tool would do. */
export function create<const Op extends ActionOperation>(
  operation: Op,
  /** The new record's values; it may refuse by throwing. Everything else is empty, as far as the document allows. */
  set: (context: Context<Op>) => Values,
): Behaviour<Op> {
  const { collection } = operations[operation];
  const answer = recordAnswer(operation);
  return {
    operation,
    run(context) {
      const values = set(context);
      const remoteId = context.change.newRemoteId(context.integration.id, collection);
      const id = context.change.insert(
        { integrationId: context.integration.id, collection, remoteId },
        blankRecord(context, collection, { remote_id: remoteId, ...values }),
      );
      return answer(context, id);
    },
  };
}

/** Changes fields of one record of the operation's collection and answers the record. */
export function update<const Op extends ActionOperation>(
  operation: Op,
  options: {
    /** The path parameter that holds the record's id. */
    readonly id: keyof PathParameters<Op> & string;
    /** Whether it may also hold the tool's id, as `remote:<id>`. */
    readonly remote?: boolean;
    /** What becomes of the record; it may refuse by throwing. */
    readonly set: (context: Context<Op>, record: StoredRecord) => Values;
  },
): Behaviour<Op> {
  const { collection } = operations[operation];
  const answer = recordAnswer(operation);
  return {
    operation,
    run(context) {
      const record = liveRecord(context, collection, `path.${options.id}`, options);
      const at = { integrationId: context.integration.id, collection, id: record.id };
      context.change.patch(at, touched(context, collection, options.set(context, record)));
      return answer(context, record.id);
    },
  };
}

/** Deletes one record of the operation's collection, as a sync would find it deleted, and answers it as it was left. */
export function remove<const Op extends ActionOperation>(
  operation: Op,
  options: {
    /** The path parameter that holds the record's id. */
    readonly id: keyof PathParameters<Op> & string;
    /** What else becomes of the record; it may refuse by throwing. */
    readonly set?: (context: Context<Op>, record: StoredRecord) => Values;
  },
): Behaviour<Op> {
  const { collection } = operations[operation];
  const answer = recordAnswer(operation);
  return {
    operation,
    run(context) {
      const record = liveRecord(context, collection, `path.${options.id}`);
      const at = { integrationId: context.integration.id, collection, id: record.id };
      const values = options.set?.(context, record) ?? {};
      if (Object.keys(values).length > 0) context.change.patch(at, values);
      context.change.markDeleted(at);
      return answer(context, record.id);
    },
  };
}

/** Does what no other behaviour describes: the escape hatch. */
export function action<const Op extends ActionOperation>(
  operation: Op,
  run: (context: Context<Op>) => Outcome<Op>,
): Behaviour<Op> {
  return { operation, run };
}

/** Renders a record of the operation's collection as the operation's answer. */
export function recordAnswer<Op extends Operation>(operation: Op) {
  const { collection, entity } = operations[operation];
  const render = itemJson(fieldsOf(entity));
  return (context: Pick<Context<Op>, "view" | "integration" | "seed">, id: string): Json<never> => {
    const view = context.view(collection);
    const record = view.get(id);
    if (!record) throw new Error(`"${collection}" lost its record "${id}".`);
    return new Json(render(record, view, context));
  };
}
