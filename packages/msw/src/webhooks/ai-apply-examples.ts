import type { WebhookData } from "../state/root.ts";

/** The document's own example of a posting: AI Apply has no records in a world. */
export const examplePosting: WebhookData<"ai-apply-job-posting-status-updated"> = {
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
export const exampleApplication: WebhookData<"ai-apply-application-status-updated"> = {
  id: "6yHnUj3mKpLzXcVbQwErTfG8",
  job_posting_id: "3mNbVc7xZqWeRtYpLkJhGfD5",
  status: "SUBMITTED",
  created_at: "2026-02-17T09:12:00.000Z",
  updated_at: "2026-02-17T09:15:20.000Z",
};
