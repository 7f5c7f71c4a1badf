import { type Data, type Operation, operations, type Query } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import type { IntegrationState } from "../state/root.ts";
import type { Behaviour, Context, RequestContext } from "./context.ts";
import { type Filter, partsOf } from "./filters.ts";
import { itemJson } from "./item-json.ts";
import { fieldsOf, isLeftOut } from "./join.ts";
import { Json } from "./json.ts";
import { cursorAtEnd, pageSizeOf, writeCursor } from "./paging.ts";
import { type AskedFilter, isTrue, type Only, selectNumbers } from "./select-numbers.ts";

/** An operation that answers pages of results. */
export type ListOperation = {
  [Op in Operation]: Data<Op> extends { results: readonly unknown[]; next: unknown } ? Op : never;
}[Operation];

/** Parameters that every list understands in the same way. */
type CommonParameter =
  | "cursor"
  | "page_size"
  | "ids"
  | "remote_ids"
  | "updated_after"
  | "include_deleted"
  | "ignore_unsupported_filters";

/** The filters of a list beyond those that all have: each has to be served, and no other can be. */
type FiltersOf<Op extends ListOperation> = {
  readonly [Parameter in Exclude<keyof Query<Op> & string, CommonParameter>]-?: Filter;
};

interface ListOptions<Op extends ListOperation> {
  readonly filters: FiltersOf<Op>;
  /** Records that the operation leaves out whatever is asked. */
  readonly only?: Only;
  /** The page also repeats `next` under its deprecated name. */
  readonly nextCursor?: boolean;
}

/** A list without filters of its own need not say so. */
type Options<Op extends ListOperation> = [keyof FiltersOf<Op>] extends [never]
  ? [options?: Omit<ListOptions<Op>, "filters">]
  : [options: ListOptions<Op>];

/** Lists the records of the operation's collection in the order of their creation, page by page. */
export function list<const Op extends ListOperation>(
  operation: Op,
  ...[options]: Options<Op>
): Behaviour<Op> {
  const { collection, entity, parameters } = operations[operation];
  const render = itemJson(fieldsOf(entity));
  const settings: Partial<ListOptions<Op>> = options ?? {};
  const filters = { ...(settings.filters as Readonly<Record<string, Filter>> | undefined), ...commonFilters };
  const filterNames = parameters.map(({ name }) => name).filter((name) => Object.hasOwn(filters, name));
  const pages = new WeakMap<IntegrationState, Map<string, Json<Data<Op>>>>();

  const makePage = (context: Context<Op>): Json<Data<Op>> => {
    const query: Readonly<Record<string, unknown>> = context.query;
    const view = context.view(collection);
    const pageSize = pageSizeOf(query, context.pages);
    const items: string[] = [];
    let next: string | null = null;
    let last = 0;
    const { numbers, passes } = selectNumbers({
      asked: [...askedFilters({ query, filters, filterNames, view, context })],
      updatedAfter: operations[operation].updatedAfter ?? [],
      only: settings.only,
      ...{ query, view, context },
    });
    for (const number of numbers) {
      const record = passes(number) ? view.at(number) : undefined;
      if (!record) continue;
      if (items.length === pageSize) {
        next = writeCursor(number);
        break;
      }
      items.push(render(record, view, context));
      last = number;
    }
    if (items.length > 0) next ??= cursorAtEnd(last, context.pages);
    const end = JSON.stringify(next);
    const again = settings.nextCursor ? `"next_cursor":${end},` : "";
    return new Json(`{"results":[${items.join(",")}],${again}"next":${end}}`, items.length);
  };

  return {
    operation,
    run(context) {
      if ("updated_after" in context.query) context.assume("updated-after-boundary");
      // A page is kept for as long as the integration is in the same state; whoever asks for it again gets the same.
      const kept = pages.get(context.integration) ?? new Map<string, Json<Data<Op>>>();
      pages.set(context.integration, kept);
      const key = JSON.stringify(context.query);
      const page = kept.get(key) ?? makePage(context);
      if (kept.size < mostPagesKept) kept.set(key, page);
      return page;
    },
  };
}

const mostPagesKept = 64;

const commonFilters: Readonly<Record<string, Filter>> = {
  ids: { fields: ["id"], ids: partsOf },
  remote_ids: { fields: ["remote_id"], values: partsOf },
};

interface Listing {
  readonly query: Readonly<Record<string, unknown>>;
  readonly filters: Readonly<Record<string, Filter>>;
  readonly filterNames: readonly string[];
  readonly view: CollectionView;
  readonly context: RequestContext;
}

/** The filters that are asked for; a field that the tool does not deliver matches nothing, or is passed over on request. */
function* askedFilters({ query, filters, filterNames, view, context }: Listing): Iterable<AskedFilter> {
  for (const name of filterNames) {
    const given = query[name];
    const filter = filters[name];
    if (given === undefined || given === "" || !filter) continue;
    const unsupported = filter.fields.some((field) => isLeftOut(view.recipe, field, context));
    if (unsupported && isTrue(query["ignore_unsupported_filters"])) continue;
    yield { filter, given: String(given), location: `query.${name}`, unsupported };
  }
}
