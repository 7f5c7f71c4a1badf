import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";

/** Refuses a posting whose form is not known, or not any more. */
export function refuseUnapplyable(context: RequestContext, posting: StoredRecord, location: string): void {
  const { id, availability, due_at } = posting;
  if (availability === "APPLYABLE") return;
  const status = context.assume("unapplyable-posting-status");
  const remedy =
    availability !== "PENDING"
      ? "Use one that is APPLYABLE."
      : typeof due_at === "string"
        ? `It is read at ${due_at} of the environment's clock: wait, or move it with POST /_mock/clock.`
        : `Nothing reads it by itself: change its availability with mock.update("ai-apply.postings", "${id}", …).`;
  throw new KomboError(
    status === 400 ? "PLATFORM.INPUT_INVALID" : null,
    `${location}: the posting "${id}" is ${String(availability)}, so nobody can apply to it. ${remedy}`,
    { status, assumes: "unapplyable-posting-status" },
  );
}
