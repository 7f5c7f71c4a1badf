import { applicationPayload, postingPayload } from "../ai-apply/announce.ts";
import { collections } from "../ai-apply/collections.ts";
import type { Machinery } from "../request/machinery.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { Root, WebhookData } from "../state/root.ts";

interface Source {
  readonly root: Root;
  readonly machinery: Machinery;
}

/** A posting that can be applied to, or any, or one made up where there is none. */
export function postingOf(source: Source): Told<"ai-apply-job-posting-status-updated"> {
  const id = idIn(source, collections.postings, "availability", "APPLYABLE");
  return {
    integrationId: null,
    data: id === undefined ? examplePosting : postingPayload(viewsOf(source), id),
  };
}

/** An application that was submitted, or any that does not wait, or one made up. */
export function applicationOf(source: Source): Told<"ai-apply-application-status-updated"> {
  const id = idIn(source, collections.applications, "status", "SUBMITTED");
  const data = id === undefined ? exampleApplication : applicationPayload(viewsOf(source), id);
  return { integrationId: null, data };
}

interface Told<Type extends "ai-apply-job-posting-status-updated" | "ai-apply-application-status-updated"> {
  readonly integrationId: null;
  readonly data: WebhookData<Type>;
}

/** Of the records that can have been announced, the first in the usual state, or the first of all. */
function idIn(source: Source, collection: string, field: string, usual: string): string | undefined {
  const { recipes } = source.machinery.partitions;
  if (!recipes.has(collection)) return undefined;
  const records = [...viewsOf(source).view(source.root.aiApply.id, collection).from(0)];
  const moved = records.filter(({ record }) => record[field] !== "PENDING");
  return (moved.find(({ record }) => record[field] === usual) ?? moved[0])?.record.id;
}

function viewsOf({ root, machinery }: Source) {
  return {
    root,
    view: (_: string, name: string) => viewCollection(root.aiApply, name, machinery.partitions),
  };
}

/** The document's own example of a posting, for worlds without one. */
const examplePosting: WebhookData<"ai-apply-job-posting-status-updated"> = {
  id: "3mNbVc7xZqWeRtYpLkJhGfD5",
  career_site: { id: "8sAzXw2eDcRfVtGbYhNjMkP4", label: "Harbor Foods careers" },
  url: "https://careers.harbor-foods.example.com/jobs/warehouse-planner",
  job_code: "WP-26",
  created_at: "2026-02-16T14:05:00.000Z",
  updated_at: "2026-02-16T14:07:30.000Z",
  archived_at: null,
  archived_reason: null,
  availability: "APPLYABLE",
};

/** The document's own example of an application. */
const exampleApplication: WebhookData<"ai-apply-application-status-updated"> = {
  id: "6yHnUj3mKpLzXcVbQwErTfG8",
  job_posting_id: "3mNbVc7xZqWeRtYpLkJhGfD5",
  status: "SUBMITTED",
  created_at: "2026-02-17T09:12:00.000Z",
  updated_at: "2026-02-17T09:15:20.000Z",
};
