import type { Entity } from "@kombo-mock/factories";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { findLiveRecord } from "../request/live-record.ts";

/** What is stored of an interview as it was sent; refuses unknown people and times that cannot be. */
export function interviewValues(
  context: RequestContext,
  sent: Entity<"AtsInterviewCreateRequest">,
): Readonly<Record<string, unknown>> {
  const { title, location, interviewer_user_ids, organizer_user_id } = sent;
  const interviewers = interviewer_user_ids.map((id, index) =>
    userId(context, id, `body.interviewer_user_ids[${index}]`),
  );
  const organizer = userId(context, organizer_user_id, "body.organizer_user_id");
  const starting_at = instantOf(sent.start_time, "body.start_time");
  const ending_at = instantOf(sent.end_time, "body.end_time");
  if (ending_at <= starting_at) {
    refuse(`body.end_time must be after body.start_time (${sent.start_time}), but is ${sent.end_time}.`);
  }
  const address = location.address ?? null;
  const isVirtual = location.type === "VIRTUAL";
  return {
    title,
    starting_at,
    ending_at,
    location: isVirtual || address === null ? null : placeOf(address),
    video_conferencing_url: isVirtual ? address : null,
    user_links: [...new Set(interviewers)].map((id) => ({ id })),
    // Kept, although no answer shows it.
    organizer_user_id: organizer,
  };
}

function userId(context: RequestContext, given: string, location: string): string {
  return findLiveRecord(context, { collection: "ats.users", given, location }).id;
}

const pattern = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Reads a date-time; one without a zone is UTC. */
function instantOf(given: string, location: string): string {
  const zoned = /(Z|[+-]\d{2}:\d{2})$/.test(given) ? given : `${given}Z`;
  const instant = pattern.test(given) ? new Date(zoned) : undefined;
  if (instant && !Number.isNaN(instant.getTime())) return instant.toISOString();
  return refuse(`${location} must be a date-time such as 2026-01-31T09:30:00.000Z, but is "${given}".`);
}

function placeOf(raw: string): Entity<"Address"> {
  return { city: null, country: null, raw, state: null, street_1: null, street_2: null, zip_code: null };
}

function refuse(message: string): never {
  throw new KomboError("PLATFORM.INPUT_INVALID", message);
}
