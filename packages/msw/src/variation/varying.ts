import { parseVariation, type Variation } from "@kombo-mock/contract/variation";

/** What a mock varies about its answers and webhooks, by operation: the same for its life. */
export interface Varying {
  /** Whether what a test gave is varied too. */
  readonly varyGiven: boolean;
  /** What is varied in the data of an operation's answers. */
  answersOf(operation: string): readonly Variation[];
  /** How the pages of a list are varied. */
  pagesOf(operation: string): ReadonlySet<string>;
  /** The faults that an operation's requests meet, each once. */
  faultsOf(operation: string): readonly Variation[];
  /** What is varied about the deliveries of a webhook, by its type: `signature`, `duplicate`, `reorder`. */
  deliveriesOf(type: string): ReadonlySet<string>;
}

/** Reads the texts of variations; undefined where there are none, so that nobody has to ask them. */
export function varyingBy(texts: readonly string[] | undefined, varyGiven: boolean): Varying | undefined {
  if (!texts || texts.length === 0) return undefined;
  const all = Map.groupBy(texts.map(parseVariation), ({ operation }) => operation as string);
  const of = (operation: string, ...places: readonly string[]) =>
    (all.get(operation) ?? []).filter(({ at }) => places.includes(at));
  const answers = new Map(
    [...all].map(([operation, here]) => [operation, here.filter(({ at }) => at !== "fault")]),
  );
  const words = (variations: readonly Variation[]) =>
    new Set(variations.map(({ at, change }) => (at === "signature" ? at : change)));
  return {
    varyGiven,
    answersOf: (operation) => answers.get(operation) ?? [],
    pagesOf: (operation) => words(of(operation, "pages")),
    faultsOf: (operation) => of(operation, "fault"),
    deliveriesOf: (type) => words(of(`webhook ${type}`, "signature", "delivery")),
  };
}
