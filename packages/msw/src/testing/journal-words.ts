import type { MockControl } from "../control/vocabulary.ts";

/** The longest label that a mock takes. */
const longestLabel = 1_000;

/** The label of a test. */
export function labelOf(title: string): string {
  return title.slice(0, longestLabel);
}

/** Names the test to a mock that shows it with each exchange. */
export async function label(mock: MockControl, title: string): Promise<void> {
  if ("label" in mock && typeof mock.label === "function") await mock.label(labelOf(title));
}

/** In words, the violations of the contract that were meant since the last reset and did not come. */
export async function unmetViolations(mock: MockControl): Promise<string[]> {
  if (!("expectations" in mock) || typeof mock.expectations !== "function") return [];
  const expectations = (await mock.expectations()) as readonly {
    readonly rule: string;
    readonly operation: string | null;
    readonly met: boolean;
    readonly open: boolean;
  }[];
  return expectations
    .filter(({ met, open }) => open && !met)
    .map(({ rule, operation }) => `a violation of ${rule} by ${operation ?? "any operation"}`);
}
