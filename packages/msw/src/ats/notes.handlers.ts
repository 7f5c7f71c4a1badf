import { action, list } from "../request/behaviours.ts";
import { oneOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { liveRecord } from "../request/live-record.ts";
import { blankRecord } from "../request/records.ts";
import { visibleFrom } from "../request/write-visibility.ts";
import { ownRemoteFields } from "./remote-fields.ts";

const collection = "ats.notes";

/** What was written down about candidates and applications. */
export const listNotes = list("GET /ats/notes", {
  filters: { candidate_ids: oneOf("candidate_id"), application_ids: oneOf("application_id") },
});

/** Leaves a note with an application. */
export const addApplicationNote = action("POST /ats/applications/{application_id}/notes", (context) => {
  const { body, change, integration } = context;
  const application = liveRecord(context, "ats.applications", "path.application_id");
  const remote_fields = ownRemoteFields(context, body.remote_fields);
  const { candidate_id } = application;
  if (typeof candidate_id !== "string") {
    throw new KomboError(
      "REMOTE.INPUT_INVALID",
      `path.application_id: the tool does not tell whose application "${application.id}" is, and keeps notes with candidates.`,
    );
  }
  const remoteId = change.newRemoteId(integration.id, collection);
  change.insert(
    { integrationId: integration.id, collection, remoteId, visible: visibleFrom(context) },
    blankRecord(context, collection, {
      remote_id: remoteId,
      candidate_id,
      application_id: application.id,
      content_html: htmlOf(body.content),
      remote_fields,
    }),
  );
  return {};
});

/** Plain text as HTML: an empty line begins a paragraph, a line break stays one. */
function htmlOf(text: string): string {
  return text
    .replaceAll("\r\n", "\n")
    .split(/\n[ \t]*\n\s*/)
    .map((paragraph) => `<p>${escaped(paragraph).replaceAll("\n", "<br>")}</p>`)
    .join("");
}

function escaped(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
