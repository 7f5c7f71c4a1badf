import { nearestName } from "@kombo-mock/contract/judge";
import type { Category } from "@kombo-mock/factories";
import { applyCondition, applyToEnvironment, endInEnvironment } from "../cards/apply-condition.ts";
import { type ConditionName, conditionNamed, conditionNames, isConditionName } from "../cards/conditions.ts";
import { cardOf, type TestCard, testCardList } from "../cards/test-cards.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { unknownIntegration } from "../request/unknown-integration.ts";
import type { Environment } from "../state/environment.ts";
import { mainIntegration } from "../state/main-integration.ts";
import { own } from "../state/own.ts";
import type { Root } from "../state/root.ts";
import type { BroughtAbout, Scenario } from "./condition-vocabulary.ts";
import { checkInput } from "./inputs.ts";

/** The control calls about test cards and scenarios. */
export function conditionCalls(environment: Environment, machinery: Machinery) {
  return {
    listCards: (): readonly TestCard[] => testCardList,
    listScenarios: (): Scenario[] =>
      conditionNames.map((name) => {
        const { does, about = "integration" } = conditionNamed(name);
        return { name, does, about };
      }),
    scenario(given: string, options: unknown = {}): BroughtAbout {
      const name = scenarioNamed(given);
      const { integration_id, category } = checkInput("scenario", options);
      const { does, about, isWell, tools } = conditionNamed(name);
      if (integration_id === undefined && about === "environment") {
        environment.commit((change) => applyToEnvironment(change, name));
        return { scenario: name, does, integration_id: null };
      }
      const wanted = category ?? (Object.keys(tools)[0] as Category | undefined) ?? "HRIS";
      return environment.commit((change) => {
        const id = integration_id ?? meantIn(change.root, wanted, machinery);
        if (!own(change.root.integrations, id)) throw unknownIntegration(id, change.root);
        if (isWell && integration_id === undefined) endInEnvironment(change);
        applyCondition(change, id, name, machinery.seed);
        return { scenario: name, does, integration_id: id };
      });
    },
  };
}

/** What the test card of an integration does; null for one that is no test card. */
export function cardShown(id: string, { usedCards }: Root): { name: ConditionName; does: string } | null {
  const card = usedCards.includes(id) ? cardOf(id) : undefined;
  return card ? { name: card.name, does: card.does } : null;
}

function scenarioNamed(given: string): ConditionName {
  if (isConditionName(given)) return given;
  const meant = nearestName(given, conditionNames);
  const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
  throw new KomboError(
    null,
    `There is no scenario "${given}".${hint} There are ${conditionNames.join(", ")}.`,
    { status: 404 },
  );
}

/** The integration that the category's calls are best made for in the world, whatever has become of it. */
function meantIn(root: Root, category: Category, { seed, world }: Machinery): string {
  const ofWorld = mainIntegration(world.root, category, seed);
  const meant =
    ofWorld && own(root.integrations, ofWorld.id) ? ofWorld : mainIntegration(root, category, seed);
  if (meant) return meant.id;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `No integration of the category ${category} works: say with integration_id which one is meant.`,
  );
}
