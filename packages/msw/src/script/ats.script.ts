import type { StoredLink } from "@kombo-mock/factories/worlds";
import {
  type Act,
  linkedRecords,
  ordinaryRecord,
  planned,
  presentRecord,
  type ScriptTools,
  shortlyBefore,
} from "./script-tools.ts";

const applications = "ats.applications";

function pendingApplication(tools: ScriptTools) {
  return ordinaryRecord(tools, applications, { values: { outcome: "PENDING" } });
}

/** Somebody new applies to an open job. */
export const applyToJob: Act = (tools) => {
  const job = ordinaryRecord(tools, "ats.jobs", { values: { status: "OPEN" }, cast: true });
  if (!job) return;
  const at = shortlyBefore(tools);
  const stamps = { remote_created_at: at, remote_updated_at: at };
  planned(tools, (plan) =>
    plan.create(
      applications,
      {
        ...{ job_id: job.id, outcome: "PENDING", rejection_reason_name: null, rejected_at: null },
        ...stamps,
        candidate: stamps,
      },
      { location: "application" },
    ),
  );
};

/** An application reaches the next stage of its job. */
export const advance: Act = (tools) => {
  const application = pendingApplication(tools);
  const job = application && presentRecord(tools, "ats.jobs", application["job_id"]);
  if (!job) return;
  const place = ({ index }: StoredLink) => (typeof index === "number" ? index : Number.POSITIVE_INFINITY);
  // The key of a links relation holds nothing else.
  const links = (job["stage_links"] ?? []) as readonly StoredLink[];
  const ordered = links.toSorted((one, other) => place(one) - place(other));
  const stages = linkedRecords(tools, "ats.application-stages", ordered);
  const next = stages[stages.findIndex(({ id }) => id === application["current_stage_id"]) + 1];
  if (!next) return;
  planned(tools, (plan) =>
    plan.change(applications, application, { current_stage_id: next.id }, "application"),
  );
};

/** An application is turned down. */
export const turnDown: Act = (tools) => {
  const application = pendingApplication(tools);
  const reason = ordinaryRecord(tools, "ats.rejection-reasons", { cast: true });
  if (!application) return;
  const values = {
    ...{ outcome: "DECLINED", rejected_at: shortlyBefore(tools) },
    rejection_reason_name: reason?.["name"] ?? null,
  };
  planned(tools, (plan) => plan.change(applications, application, values, "application"));
};

/** An interview is called off: the tool has it no more. */
export const callOffInterview: Act = (tools) => {
  const interview = ordinaryRecord(tools, "ats.interviews");
  if (!interview) return;
  const { change, integrationId } = tools;
  change.markDeleted({ integrationId, collection: "ats.interviews", id: interview.id });
};
