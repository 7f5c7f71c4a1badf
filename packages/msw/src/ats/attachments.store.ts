import type { RequestContext } from "../request/context.ts";
import type { SentFile } from "../request/files.ts";
import { blankRecord } from "../request/records.ts";
import { contentTypeOf } from "../request/stored-files.ts";
import type { SentAttachment } from "./attachments.input.ts";

const collection = "ats.attachments";

const perCandidate: ReadonlySet<string> = new Set(["teamtailor", "recruitee", "jazzhr"]);

/** Whether the integration's tool keeps an application's files with its candidate, where that is known. */
export function isFiledWithCandidate({ assume, integration }: RequestContext, candidateId: unknown): boolean {
  if (typeof candidateId !== "string") return false;
  const which = assume("files-per-candidate");
  return which === "some" ? perCandidate.has(integration.inputs.tool) : which === "all";
}

/** Keeps a file with what was sent of its content, which answers do not show. */
export function storeAttachment(
  context: RequestContext,
  file: SentFile & Partial<Pick<SentAttachment, "type">>,
  owner: {
    readonly application_id: string | null;
    readonly candidate_id: unknown;
    readonly remote_fields?: unknown;
  },
): void {
  const { change, integration } = context;
  const remoteId = change.newRemoteId(integration.id, collection);
  change.insert(
    { integrationId: integration.id, collection, remoteId },
    blankRecord(context, collection, {
      remote_id: remoteId,
      type: file.type ?? "OTHER",
      file_name: file.name,
      content_type: file.content_type ?? contentTypeOf(file.name),
      ...owner,
      application_id: isFiledWithCandidate(context, owner.candidate_id) ? null : owner.application_id,
      content_base64: file.content_base64,
      source_url: file.data_url,
    }),
  );
}
