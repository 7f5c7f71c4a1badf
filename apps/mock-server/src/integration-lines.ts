import type { MockCore } from "@kombo-mock/msw/core";

type Integration = Awaited<ReturnType<MockCore["integrations"]["list"]>>[number];

/** A longer list is not read. */
const most = 14;

/**
 * Integrations as lines for a person, each with what is wrong with it. Of many, those that come first and one of each
 * category and state are shown, then how many more there are, and where all are listed.
 */
export function integrationLines(
  integrations: readonly Integration[],
  { first, all }: { readonly first: readonly string[]; readonly all: string },
): string[] {
  const shown = integrations.length > most ? selected(integrations, first) : integrations;
  const width = Math.max(...shown.map(({ id }) => id.length));
  const lines = shown.map((one) => `${one.id.padEnd(width)}  ${kindOf(one)}`);
  const more = integrations.length - shown.length;
  return more > 0 ? [...lines, `and ${more} more: ${countsOf(integrations, shown)}; all: ${all}`] : lines;
}

function selected(integrations: readonly Integration[], first: readonly string[]): Integration[] {
  const named = first.flatMap((id) => integrations.filter((one) => one.id === id));
  const kinds = new Map(named.map((one) => [kindOf(one), one]));
  const others = integrations.filter((one) => {
    const isNew = !kinds.has(kindOf(one));
    if (isNew) kinds.set(kindOf(one), one);
    return isNew;
  });
  return [...named, ...others].slice(0, most);
}

/** Its category, and what keeps it from working. */
function kindOf({ category, status, setup_status, qa_status }: Integration): string {
  return [
    category,
    ...(status === "ACTIVE" ? [] : [status]),
    ...(setup_status === "COMPLETED" ? [] : [`setup ${setup_status}`]),
    ...(qa_status === "PASSED" ? [] : [`QA ${qa_status}`]),
  ].join(", ");
}

function countsOf(integrations: readonly Integration[], shown: readonly Integration[]): string {
  const rest = integrations.filter((one) => !shown.includes(one));
  const byCategory = Map.groupBy(rest, ({ category }) => category);
  return [...byCategory].map(([category, ones]) => `${ones.length} ${category}`).join(", ");
}
