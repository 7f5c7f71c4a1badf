import type { Entity } from "@kombo-mock/factories";
import type { RequestContext } from "../request/context.ts";
import { fileOf, type SentFile } from "../request/files.ts";
import { KomboError } from "../request/kombo-error.ts";
import { addLimitsOf, createLimitsOf } from "./attachments.limits.ts";

/** An attachment that came with a request. */
export interface SentAttachment extends SentFile {
  readonly type: Entity<"AtsAttachmentType">;
  /** Where it stands in the request. */
  readonly location: string;
}

/** Reads an attachment; refuses one that cannot be read, whatever the tool takes. */
export function attachmentOf(
  context: RequestContext,
  sent: Entity<"AtsAttachmentUpload">,
  location: string,
): SentAttachment {
  const file = fileOf(sent, location);
  if (file.data_url !== null) context.assume("attachment-urls-are-fetched");
  return { ...file, type: sent.type, location };
}

/** Refuses an attachment that the tool does not take later on. */
export function refuseAddedBeyondLimits(context: RequestContext, attachment: SentAttachment): void {
  const limits = addLimitsOf(context.integration.inputs.tool);
  if (limits) refuseByRule(context, attachment, limits.types[attachment.type]);
}

/** Refuses attachments that the tool does not take along with a new application. */
export function refuseBeyondLimits(context: RequestContext, attachments: readonly SentAttachment[]): void {
  const limits = createLimitsOf(context.integration.inputs.tool);
  if (!limits) return;
  for (const attachment of attachments) refuseByRule(context, attachment, limits.types[attachment.type]);
  for (const [type, rule] of Object.entries(limits.types)) {
    if (!rule.is_supported) continue;
    const count = attachments.filter((one) => one.type === type).length;
    if (count < (rule.min_amount ?? 0)) {
      refuse(
        context,
        `body.attachments must hold at least ${rule.min_amount} of type ${type}, but holds ${count}`,
      );
    }
    if (count > (rule.max_amount ?? Number.POSITIVE_INFINITY)) {
      refuse(
        context,
        `body.attachments must hold at most ${rule.max_amount} of type ${type}, but holds ${count}`,
      );
    }
  }
  const total = attachments.reduce((sum, { size }) => sum + (size ?? 0), 0);
  if (total > (limits.total_size_bytes ?? Number.POSITIVE_INFINITY)) {
    refuse(
      context,
      `body.attachments must be at most ${limits.total_size_bytes} bytes together, but are ${total}`,
    );
  }
}

function refuseByRule(
  context: RequestContext,
  { type, location, size, content_type }: SentAttachment,
  rule: Entity<"AtsAttachmentRule">,
): void {
  if (!rule.is_supported) refuse(context, `${location}.type: attachments of type ${type} are not taken`);
  const { max_file_size_bytes, accepted_mime_types } = rule;
  if ((size ?? 0) > (max_file_size_bytes ?? Number.POSITIVE_INFINITY)) {
    refuse(context, `${location} must be at most ${max_file_size_bytes} bytes, but is ${size}`);
  }
  if (content_type !== null && accepted_mime_types && !accepted_mime_types.includes(content_type)) {
    const accepted = accepted_mime_types.map((one) => `"${one}"`).join(", ");
    refuse(
      context,
      `${location}.content_type must be one of ${accepted} for type ${type}, but is "${content_type}"`,
    );
  }
}

function refuse(context: RequestContext, problem: string): never {
  const { tool } = context.integration.inputs;
  throw new KomboError(
    context.assume("attachment-limits-code"),
    `${problem}. The limits of "${tool}" are told by GET /ats/actions/….`,
  );
}
