import { atsCandidateFactory, atsJobFactory, choicesAt } from "@kombo-mock/factories";
import type { RequestContext } from "../request/context.ts";
import { blankRecord } from "../request/records.ts";
import { waitingRecords } from "../request/write-visibility.ts";
import { isoString } from "../state/clock.ts";

const jobs = "ats.jobs";
const applications = "ats.applications";
const candidates = "ats.candidates";

/** How many people have applied for a job by the time that a sync brings it. */
const mostApplications = 3;

/** Lets the next sync bring a job with its applications and candidates, unless it is there already. */
export function awaitJob(context: RequestContext, remoteId: string): void {
  const { change, integration, now, recipes, seed, view } = context;
  if (![jobs, applications, candidates].every((name) => recipes.has(name))) return;
  if (view(jobs).withValue("remote_id", remoteId).length > 0) return;
  const { tool, country } = integration.inputs;
  // Made on the day of the call, and not before it.
  const date = isoString(now).slice(0, 10);
  const key = `${integration.id}/${remoteId}`;
  const {
    stages: _,
    screening_questions: __,
    job_postings: ___,
    hiring_team: ____,
    ...job
  } = atsJobFactory.seed(seed).key(key).input({ tool, country, date, remoteId }).build();
  const stage_links = stagesLike(context);
  const at = { integrationId: integration.id, visible: "after-sync" } as const;
  const lists = { stage_links, question_links: [], hiring_team_links: [] };
  const job_id = change.insert(
    { ...at, collection: jobs, remoteId },
    blankRecord(context, jobs, { ...job, contact_id: null, ...lists }),
  );
  const count = choicesAt(seed, key, "applications").integer(1, mostApplications);
  for (let number = 1; number <= count; number++) {
    const candidate_id = awaitCandidate(context, `${remoteId}-${number}`, { tool, country, date });
    change.insert(
      { ...at, collection: applications, remoteId: `${remoteId}-${number}` },
      blankRecord(context, applications, {
        ...{ remote_id: `${remoteId}-${number}`, outcome: "PENDING", job_id, candidate_id },
        current_stage_id: stage_links[0]?.id ?? null,
        screening_question_answers: [],
        remote_url: `https://${tool}.example.com/applications/${remoteId}-${number}`,
      }),
    );
  }
}

/** Lets no sync bring what waits of a job. */
export function forgetJob({ change, integration, ...context }: RequestContext, remoteId: string): void {
  const waiting = (collection: string, test: (one: { readonly [key: string]: unknown }) => boolean) =>
    waitingRecords({ change, integration, ...context }, collection)
      .filter(test)
      .map(({ id }) => id);
  const job = waiting(jobs, (one) => one["remote_id"] === remoteId);
  if (job.length === 0) return;
  const gone = new Set([
    ...job,
    ...waiting(applications, (one) => one["job_id"] === job[0]),
    ...waiting(candidates, (one) => String(one["remote_id"]).startsWith(`${remoteId}-`)),
  ]);
  change.patchIntegration(integration.id, {
    pending: integration.pending.filter(({ id }) => !gone.has(id)),
  });
}

function awaitCandidate(
  { change, integration, seed }: RequestContext,
  remoteId: string,
  inputs: Pick<typeof integration.inputs, "tool" | "country" | "date">,
): string {
  const {
    applications: _,
    tags: __,
    ...person
  } = atsCandidateFactory
    .seed(seed)
    .key(`${integration.id}/${remoteId}`)
    .input({ ...inputs, remoteId })
    .build();
  return change.insert(
    { integrationId: integration.id, collection: candidates, remoteId, visible: "after-sync" },
    { ...person, remote_id: remoteId, tag_links: [] },
  );
}

/** The hiring process that the tool's other jobs have. */
function stagesLike({ view }: RequestContext): readonly { readonly id: string }[] {
  for (const { record } of view(jobs).from(0)) {
    const links = record["stage_links"];
    // The key of a links relation holds nothing else.
    if (Array.isArray(links) && links.length > 0) return links as { readonly id: string }[];
  }
  return [];
}
