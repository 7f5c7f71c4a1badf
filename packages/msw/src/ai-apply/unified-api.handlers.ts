import type { Data } from "@kombo-mock/openapi";
import { action } from "../request/behaviours.ts";
import type { Behaviour } from "../request/context.ts";
import { fileOf } from "../request/files.ts";
import { partsOf } from "../request/filters.ts";
import { KomboError } from "../request/kombo-error.ts";
import { cursorAtEnd, pageSizeOf, readCursor, writeCursor } from "../request/paging.ts";
import { recordById } from "../request/records.ts";
import { storeApplication } from "./applications.store.ts";
import { collections } from "./collections.ts";
import { refuseUnfit } from "./form-answers.ts";
import { refuseUnapplyable } from "./refuse-unapplyable.ts";
import { createdApplication } from "./unified-applications.shape.ts";
import { jobOf, ownQuestions } from "./unified-jobs.shape.ts";

type Listing = "GET /ai-apply/unified-api/jobs";

/** The postings as jobs, a few at a time; none has an id of a tool. */
export const listJobs: Behaviour<Listing> = {
  operation: "GET /ai-apply/unified-api/jobs",
  run(context) {
    const { query, view } = context;
    const { ids, remote_ids, job_codes, career_site_ids } = query;
    const pageSize = pageSizeOf({ page_size: 5, ...query }, context.pages);
    const among = (given: string | undefined, value: unknown) =>
      given === undefined || given === "" || partsOf(given).includes(String(value));
    const results: Data<Listing>["results"] = [];
    let next: string | null = null;
    let last = 0;
    for (const { number, record } of view(collections.postings).from(readCursor(query.cursor))) {
      const { id, job_code, career_site_id } = record;
      if (remote_ids || !among(ids, id) || !among(career_site_ids, career_site_id)) continue;
      if (!among(job_codes, job_code)) continue;
      if (results.length === pageSize) {
        next = writeCursor(number);
        break;
      }
      results.push(jobOf(record));
      last = number;
    }
    if (results.length > 0) next ??= cursorAtEnd(last, context.pages);
    return { results, next };
  },
};

/** Applies to a posting in the shape that ATS jobs take. */
export const applyToJob = action("POST /ai-apply/unified-api/jobs/{job_id}/applications", (context) => {
  const { body } = context;
  const posting = recordById(context, collections.postings, "path.job_id");
  refuseUnapplyable(context, posting, "path.job_id");
  for (const [index, file] of (body.attachments ?? []).entries()) fileOf(file, `body.attachments[${index}]`);
  if (!body.attachments?.some(({ type }) => type === "CV")) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      "body.attachments must hold a file of the type CV: the form of the posting asks for one.",
    );
  }
  const answers = body.screening_question_answers ?? [];
  refuseUnfit(ownQuestions(posting), answers);
  const id = storeApplication(context, posting, {
    candidate_email: body.candidate.email_address,
    answers: [...answers],
    query_params: body.query_params,
  });
  return createdApplication(context, { id, posting, body });
});
