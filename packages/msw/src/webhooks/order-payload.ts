import type { Entity } from "@kombo-mock/factories";
import type { WebhookData } from "../state/root.ts";

type OrderData = WebhookData<"assessment:order-received">;

const roles: readonly string[] = ["RECRUITER", "HIRING_MANAGER"];
const address = ["street_1", "street_2", "city", "state", "zip_code", "country", "raw"] as const;

/** An order as webhooks tell it: exactly the keys that they may have, and of the hiring team only these two roles. */
export function orderPayload(order: Entity<"AssessmentOrder">, integrationId: string): OrderData {
  const { id, package_id, status, candidate, application, job } = order;
  const { location } = job;
  return {
    ...{ id, package_id, status, integration_id: integrationId },
    candidate: partOf(candidate, ["remote_id", "email", "first_name", "last_name", "phone"]),
    application: partOf(application, ["remote_id"]),
    job: {
      ...partOf(job, ["remote_id", "name", "job_code", "description"]),
      location: location === null ? null : partOf(location, address),
      hiring_team: job.hiring_team.map((member) => ({
        ...partOf(member, ["remote_id", "email", "first_name", "last_name"]),
        hiring_team_roles: member.hiring_team_roles.filter((role) => roles.includes(role)),
      })),
    },
  };
}

function partOf<Whole extends object, Key extends keyof Whole>(
  whole: Whole,
  keys: readonly Key[],
): Pick<Whole, Key> {
  // The bridge from entries to an object: the keys are those of the type.
  return Object.fromEntries(
    keys.filter((key) => key in whole).map((key) => [key, whole[key]]),
  ) as unknown as Pick<Whole, Key>;
}
