import type { StoredLink, StoredRecord } from "@kombo-mock/factories/worlds";
import { action, list } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { liveRecord } from "../request/live-record.ts";
import { blankRecord } from "../request/records.ts";
import { asInTool, visibleFrom, waitingRecords } from "../request/write-visibility.ts";
import { isPresent } from "../state/presence.ts";
import { ownRemoteFields } from "./remote-fields.ts";

const collection = "ats.tags";
const candidates = "ats.candidates";

/** The labels that candidates can have. */
export const listTags = list("GET /ats/tags");

/** Tags a candidate; the tag is created where there is none of its name. */
export const addCandidateTag = action("POST /ats/candidates/{candidate_id}/tags", (context) => {
  const { body } = context;
  const candidate = liveRecord(context, candidates, "path.candidate_id");
  ownRemoteFields(context, body.remote_fields);
  const links = linksOf(context, candidate);
  const known = tagsNamed(context, body.tag.name);
  if (known.some(({ id }) => links.some((link) => link.id === id))) return {};
  setLinks(context, candidate, [...links, { id: known[0]?.id ?? createTag(context, body.tag.name) }]);
  return {};
});

/** Takes a tag off a candidate; it does not matter whether the candidate has it. */
export const removeCandidateTag = action("DELETE /ats/candidates/{candidate_id}/tags", (context) => {
  const { body } = context;
  const candidate = liveRecord(context, candidates, "path.candidate_id");
  ownRemoteFields(context, body.remote_fields);
  const named = new Set(tagsNamed(context, body.tag.name).map(({ id }) => id));
  const links = linksOf(context, candidate);
  const left = links.filter(({ id }) => !named.has(id));
  if (left.length < links.length) setLinks(context, candidate, left);
  return {};
});

/** The tags of this name, upper and lower case told apart, as tools do. */
function tagsNamed(context: RequestContext, name: string): StoredRecord[] {
  const waiting = waitingRecords(context, collection).filter((tag) => tag["name"] === name);
  return [...context.view(collection).withValue("name", name), ...waiting].filter(isPresent);
}

function createTag(context: RequestContext, name: string): string {
  const { change, integration } = context;
  const remoteId = change.newRemoteId(integration.id, collection);
  return change.insert(
    { integrationId: integration.id, collection, remoteId, visible: visibleFrom(context) },
    blankRecord(context, collection, { remote_id: remoteId, name }),
  );
}

function linksOf(context: RequestContext, candidate: StoredRecord): readonly StoredLink[] {
  // The key of a links relation holds nothing else.
  return (asInTool(context, candidates, candidate)["tag_links"] ?? []) as readonly StoredLink[];
}

function setLinks(context: RequestContext, { id }: StoredRecord, links: readonly StoredLink[]): void {
  const at = {
    integrationId: context.integration.id,
    collection: candidates,
    id,
    visible: visibleFrom(context),
  };
  context.change.patch(at, { tag_links: links });
}
