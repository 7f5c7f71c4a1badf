import { action } from "../request/behaviours.ts";
import { KomboError } from "../request/kombo-error.ts";
import { recordById } from "../request/records.ts";
import { isoString } from "../state/clock.ts";
import { dayOf } from "./calendar.ts";
import { clientOf, refuseUnready } from "./datev-client.ts";
import { feedbacksOf } from "./datev-eau-requests.answers.ts";
import { liveEmployeeAt } from "./employees.ts";
import { refuseUnlike } from "./input-rules.ts";

const collection = "custom.datev-eau-requests";

/** Asks an employee's health insurer for the sick note of a day. */
export const createEauRequest = action(
  "POST /custom/datev/employees/{employee_id}/eau-requests",
  (context) => {
    const { body, change, integration, now } = context;
    refuseUnready("eau", context);
    const { id } = liveEmployeeAt(context, "path.employee_id");
    const start_work_incapacity = dayOf(body.start_work_incapacity, "body.start_work_incapacity");
    const today = isoString(now).slice(0, 10);
    refuseUnlike(
      context,
      start_work_incapacity <= today,
      `body.start_work_incapacity: ${start_work_incapacity} lies ahead, and a sick note can be asked for from its first day on; it is ${today}.`,
    );
    const remoteId = change.newRemoteId(integration.id, collection);
    const eau_id = change.insert(
      { integrationId: integration.id, collection, remoteId },
      {
        ...{ employee_id: id, start_work_incapacity, created_at: isoString(now) },
        notification: body.notification ?? null,
        contact_person: body.contact_person ?? null,
        ...{ outcome: null, feedbacks: null },
      },
    );
    return { eau_id };
  },
);

/** A request with what the insurer has answered until now. */
export const getEauRequest = action("GET /custom/datev/eau-requests/{eau_id}", (context) => {
  const request = recordById(context, collection, "path.eau_id");
  const { start_work_incapacity: start } = request;
  if (typeof start !== "string") {
    throw new KomboError(
      null,
      `"${request.id}" of "${collection}" has no start_work_incapacity; give it one.`,
      {
        status: 404,
      },
    );
  }
  return {
    raw: {
      source: clientOf(context).target_system,
      start_work_incapacity: start,
      collaboration_identifier: `EAU-${request.id.slice(0, 8)}`,
      feedbacks_from_health_insurance: feedbacksOf(context, { ...request, start_work_incapacity: start }),
    },
  };
});
