import { nearestName } from "@kombo-mock/contract/judge";
import { readModels } from "@kombo-mock/factories";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { joinsOf } from "../state/differences.ts";
import { endSync } from "../state/lifecycle/end-sync.ts";
import type { IntegrationState } from "../state/root.ts";
import { checkInput } from "./inputs.ts";
import type { SyncReport } from "./vocabulary.ts";

/** Runs a sync to the end that is asked for, or ends the one under way. */
export function runSync(
  integration: IntegrationState,
  given: unknown,
  { change, machinery }: { readonly change: Change; readonly machinery: Machinery },
): SyncReport {
  const { type, state = "SUCCEEDED", failed_models, qa, changes } = checkInput("sync", given);
  const refuse = (text: string): never => {
    throw new KomboError("PLATFORM.INPUT_INVALID", text);
  };
  if (failed_models) assertModels(failed_models, machinery, refuse);
  if (qa && state !== "SUCCEEDED")
    refuse(
      `body.qa goes only with the state SUCCEEDED, and body.state is ${state}: only its data is checked.`,
    );
  if (changes === "scripted" && state !== "SUCCEEDED")
    refuse(`body.changes goes only with the state SUCCEEDED, and body.state is ${state}.`);
  const ended = { type: type ?? integration.sync?.type ?? "FULL", state };
  const scripted = (changes ?? machinery.lifecycle.remoteChanges) === "scripted";
  const end = { ...ended, scripted, qa, failedModels: failed_models };
  const { id } = endSync(change, integration.id, end, machinery);
  return { sync_id: id, ...ended };
}

function assertModels(
  given: readonly string[],
  { partitions: { recipes } }: Machinery,
  refuse: (text: string) => never,
): void {
  if (given.length === 0)
    refuse("body.failed_models must name at least one model; leave it out to have one chosen.");
  const known = [
    ...Object.values(readModels).flatMap((models) => models.map(({ id }): string => id)),
    ...[...recipes.values()].flatMap((recipe) => [recipe.model, ...joinsOf(recipe).values()]),
  ].filter((model) => model !== null && model !== undefined);
  given.forEach((model, index) => {
    if (known.includes(model)) return;
    const meant = nearestName(model, known);
    const hint = meant === undefined ? "" : ` Did you mean "${meant}"?`;
    refuse(
      `body.failed_models[${index}]: "${model}" is no model.${hint} There are ${[...new Set(known)].join(", ")}.`,
    );
  });
}
