import type { CatalogueTool, Category } from "@kombo-mock/factories";
import { choiceOf } from "../request/assumptions.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { isoString } from "../state/clock.ts";
import { integrationState } from "../state/first-root.ts";
import type { IntegrationState } from "../state/root.ts";

/** The category of a new integration: one of the tool's, its most usual unless told. */
export function categoryOf(
  { id, categories }: CatalogueTool,
  given: Category | undefined,
  location = "body.category",
): Category {
  const category = given ?? categories[0] ?? "HRIS";
  if (categories.includes(category)) return category;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `${location}: "${id}" is not of the category ${category}, but of ${categories.join(", ")}.`,
  );
}

/** An integration that was not there before; its details come from its id and inputs. */
export function newIntegration(
  id: string,
  inputs: Pick<IntegrationState["inputs"], "tool" | "category"> & Partial<IntegrationState["inputs"]>,
  change: Change,
  machinery: Machinery,
): IntegrationState {
  return integrationState(
    { id, inputs, values: { created_at: isoString(change.now) } },
    {
      date: isoString(change.now).slice(0, 10),
      optionalIsAvailable: choiceOf(machinery.assume, "optional-counts-as-enabled"),
    },
  );
}
