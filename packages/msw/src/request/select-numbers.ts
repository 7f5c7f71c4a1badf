import type { OperationEntry } from "@kombo-mock/openapi";
import type { CollectionView } from "../state/collection-view.ts";
import { isDeleted } from "../state/presence.ts";
import type { RequestContext } from "./context.ts";
import { type Filter, instantOf } from "./filters.ts";
import { isUnsynced } from "./join.ts";
import { readCursor } from "./paging.ts";
import { type Changed, changedSince } from "./updated-after.ts";

/** A filter that a request asks for, with what it asks. */
export interface AskedFilter {
  readonly filter: Filter;
  readonly given: string;
  readonly location: string;
  /** Whether the tool does not deliver what it reads: then nothing passes. */
  readonly unsupported: boolean;
}

/** A test that an operation puts to every record, whatever is asked. */
export interface Only {
  readonly fields: readonly string[];
  readonly test: (values: readonly unknown[]) => boolean;
}

interface Selecting {
  readonly asked: readonly AskedFilter[];
  readonly updatedAfter: NonNullable<OperationEntry["updatedAfter"]>;
  readonly only: Only | undefined;
  readonly query: Readonly<Record<string, unknown>>;
  readonly view: CollectionView;
  readonly context: RequestContext;
}

/** Which records may pass, in the order of their creation from the cursor on, and whether one does. */
interface Selection {
  readonly numbers: Iterable<number>;
  readonly passes: (number: number) => boolean;
}

type Test = (number: number) => boolean;

/**
 * Selects the records of a page. What can be looked up is, once, and only the shortest of these lists is gone through;
 * tests that read values come after that, so that no column is made for records that are out already.
 */
export function selectNumbers(selecting: Selecting): Selection {
  const { asked, query, view, context } = selecting;
  const from = readCursor(query["cursor"]);
  const found: ReadonlySet<number>[] = [];
  const tests: Test[] = [];
  for (const { filter, given, location, unsupported } of asked) {
    const numbers = unsupported ? undefined : lookUp(filter, given, view, context);
    if (numbers) found.push(new Set(numbers));
    if (filter.test) tests.push(valueTest(view, filter.fields, filter.test(given, context, location)));
  }
  const changed = changedAsAsked(selecting);
  if (changed?.numbers) found.push(changed.numbers);
  if (isUnsynced(view.recipe, context) || asked.some(({ unsupported }) => unsupported)) return nothing;

  const { only } = selecting;
  if (only) tests.unshift(valueTest(view, only.fields, only.test));
  if (changed?.test) tests.push(changed.test);
  if (!isTrue(query["include_deleted"])) {
    tests.push(valueTest(view, ["remote_deleted_at"], ([deletedAt]) => !isDeleted(deletedAt)));
  }
  const [shortest, ...others] = found.toSorted((a, b) => a.size - b.size);
  return {
    numbers: shortest
      ? [...shortest].filter((number) => number >= from).sort((a, b) => a - b)
      : view.numbers(from),
    passes: (number) => others.every((set) => set.has(number)) && tests.every((test) => test(number)),
  };
}

const nothing: Selection = { numbers: [], passes: () => false };

/** Booleans of a query are texts. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

function valueTest(
  view: CollectionView,
  fields: readonly string[],
  test: (values: readonly unknown[]) => boolean,
): Test {
  return (number) => test(fields.map((field) => view.value(number, field)));
}

function lookUp(filter: Filter, given: string, view: CollectionView, context: RequestContext) {
  if (filter.ids) return [...filter.ids(given, context)].flatMap((id) => view.numberOf(id) ?? []);
  const [field] = filter.fields;
  if (!filter.values || field === undefined) return undefined;
  return filter.values(given, context).flatMap((value) => view.numbersWith(field, value));
}

function changedAsAsked({ query, view, updatedAfter, context }: Selecting): Changed | undefined {
  const since = query["updated_after"];
  if (since === undefined || since === "") return undefined;
  const inclusive = context.assume("updated-after-boundary") === "inclusive";
  const instant = instantOf(String(since), "query.updated_after");
  return changedSince(view, updatedAfter, { instant, inclusive }, context);
}
