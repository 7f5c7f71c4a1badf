import { choicesAt } from "@kombo-mock/factories";
import type { Machinery } from "../request/machinery.ts";
import { syncedAvailabilityOf } from "../state/availability.ts";
import type { Change } from "../state/change.ts";
import type { IntegrationState, SyncType } from "../state/root.ts";
import { advance, applyToJob, callOffInterview, turnDown } from "./ats.script.ts";
import { hire, leave, move, promote, withdrawAbsence } from "./hris.script.ts";
import type { Act } from "./script-tools.ts";

/** How many syncs of an integration bring something by the script; after that, its tool is quiet. */
const scriptLength = 24;

interface Scene {
  readonly name: string;
  readonly act: Act;
  /** It happens before every so many-th sync. */
  readonly every: number;
  readonly after?: number;
  /** Models without which nobody would see it. */
  readonly models: readonly string[];
  /** Only a FULL sync finds it. */
  readonly isDeletion?: boolean;
}

/** What happens in the tools, by the category of an integration. */
const scenes: Readonly<Partial<Record<string, readonly Scene[]>>> = {
  HRIS: [
    { name: "hire", act: hire, every: 4, after: 1, models: ["hris_employees"] },
    { name: "leave", act: leave, every: 4, after: 2, models: ["hris_employees"] },
    { name: "move", act: move, every: 4, after: 3, models: ["hris_employees", "hris_locations"] },
    { name: "promote", act: promote, every: 4, models: ["hris_employees"] },
    { name: "withdraw", act: withdrawAbsence, every: 6, models: ["hris_absences"], isDeletion: true },
  ],
  ATS: [
    {
      name: "apply",
      act: applyToJob,
      every: 2,
      after: 1,
      models: ["ats_applications", "ats_candidates", "ats_jobs"],
    },
    {
      name: "advance",
      act: advance,
      every: 2,
      models: ["ats_applications", "ats_jobs", "ats_application_stages"],
    },
    { name: "turn down", act: turnDown, every: 6, after: 3, models: ["ats_applications"] },
    {
      name: "call off interview",
      act: callOffInterview,
      every: 8,
      models: ["ats_interviews"],
      isDeletion: true,
    },
  ],
};

/**
 * Brings what happened in the tool since the sync before: decided by the seed, the integration, and how many syncs have
 * brought something so far, never by time.
 */
export function bringScripted(
  change: Change,
  integration: IntegrationState,
  {
    type,
    machinery,
  }: { readonly type: SyncType; readonly machinery: Pick<Machinery, "partitions" | "seed"> },
): void {
  const { id, inputs, scripted } = integration;
  const all = scenes[inputs.category];
  if (!all || scripted >= scriptLength) return;
  const { partitions, seed } = machinery;
  const step = scripted + 1;
  change.patchIntegration(id, { scripted: step });
  const available = syncedAvailabilityOf(integration, seed);
  const tools = {
    ...{ change, integrationId: id, recipes: partitions.recipes },
    partition: partitions.of(integration),
  };
  for (const { name, act, every, after = 0, models, isDeletion } of all) {
    if (step % every !== after || (isDeletion && type === "DELTA")) continue;
    if (models.some((model) => available.model(model) !== undefined)) continue;
    act({ ...tools, step, choices: choicesAt(seed, id, `script ${step} ${name}`) });
  }
}
