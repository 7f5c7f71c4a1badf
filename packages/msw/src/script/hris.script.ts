import { recordId } from "@kombo-mock/factories";
import {
  type Act,
  addedRecord,
  dayOf,
  linkedRecords,
  ordinaryRecord,
  planned,
  presentRecord,
  type ScriptTools,
  scriptedRemoteId,
  shortlyBefore,
} from "./script-tools.ts";

const employees = "hris.employees";

const working = { employment_status: "ACTIVE" };

/** Somebody who works there and whom something can happen to: in a small company, those whom the script has hired. */
function colleague(tools: ScriptTools) {
  return ordinaryRecord(tools, employees, { values: working }) ?? addedRecord(tools, employees, working);
}

/** Somebody is hired into the team of a colleague. */
export const hire: Act = (tools) => {
  const peer = ordinaryRecord(tools, employees, { values: working, cast: true });
  const remote_id = scriptedRemoteId(tools.step);
  const { change, integrationId } = tools;
  if (!peer || change.view(integrationId, employees).get(recordId(integrationId, remote_id))) return;
  const led = (key: string, collection: string) => {
    const found = presentRecord(tools, collection, peer[key]);
    return found ? { [key]: found.id } : {};
  };
  const groups = linkedRecords(tools, "hris.groups", peer["group_links"]).map(({ id }) => ({ id }));
  planned(tools, (plan) =>
    plan.create(
      employees,
      {
        ...{ remote_id, employment_status: "ACTIVE", start_date: dayOf(tools), termination_date: null },
        remote_created_at: shortlyBefore(tools),
        ...led("manager_id", employees),
        ...led("work_location_id", "hris.locations"),
        ...led("legal_entity_id", "hris.legal-entities"),
        groups,
      },
      { location: "hire" },
    ),
  );
};

/** Somebody leaves. */
export const leave: Act = (tools) => {
  const leaver = colleague(tools);
  if (!leaver) return;
  const values = { employment_status: "INACTIVE", termination_date: dayOf(tools) };
  planned(tools, (plan) => plan.change(employees, leaver, values, "leave"));
};

/** Somebody moves to another place of work. */
export const move: Act = (tools) => {
  const mover = colleague(tools);
  const location = ordinaryRecord(tools, "hris.locations");
  if (!mover || !location || location.id === mover["work_location_id"]) return;
  planned(tools, (plan) => plan.change(employees, mover, { work_location_id: location.id }, "move"));
};

/** Somebody takes over the title of a colleague. */
export const promote: Act = (tools) => {
  const employee = colleague(tools);
  const other = colleague({ ...tools, choices: tools.choices.at("other") });
  if (!employee || !other) return;
  const values = { job_title: other["job_title"] };
  planned(tools, (plan) => plan.change(employees, employee, values, "promote"));
};

/** An absence is withdrawn: the tool has it no more. */
export const withdrawAbsence: Act = (tools) => {
  const absence = ordinaryRecord(tools, "hris.absences");
  if (!absence) return;
  const { change, integrationId } = tools;
  change.markDeleted({ integrationId, collection: "hris.absences", id: absence.id });
};
