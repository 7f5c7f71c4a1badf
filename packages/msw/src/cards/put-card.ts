import { choiceOf } from "../request/assumptions.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { integrationState } from "../state/first-root.ts";
import { own } from "../state/own.ts";
import type { Root } from "../state/root.ts";
import { applyCondition } from "./apply-condition.ts";
import { cardOf, type TestCard } from "./test-cards.ts";

/** The test card that an id stands for, as long as it is not there and never was. */
export function unusedCard(id: string, { integrations, usedCards }: Root): TestCard | undefined {
  if (own(integrations, id) || usedCards.includes(id)) return undefined;
  const card = cardOf(id);
  return card && card.name !== "deleted" ? card : undefined;
}

/** Puts a test card there, in its initial state. From then on it is an integration like any other. */
export function putCard(
  id: string,
  { tool, category, name }: TestCard,
  { change, machinery }: { readonly change: Change; readonly machinery: Machinery },
): void {
  change.putIntegration(
    integrationState(
      { id, inputs: { tool, category } },
      {
        date: machinery.world.date,
        optionalIsAvailable: choiceOf(machinery.assume, "optional-counts-as-enabled"),
      },
    ),
  );
  applyCondition(change, id, name, machinery.seed);
  change.set({ usedCards: [...change.root.usedCards, id] });
}
