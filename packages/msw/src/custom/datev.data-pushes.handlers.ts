import type { Entity } from "@kombo-mock/factories";
import { datevFile } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import type { RequestContext } from "../request/context.ts";
import { isoString } from "../state/clock.ts";
import { monthOf } from "./calendar.ts";
import { clientOf, obstacleTo, refuseUnready } from "./datev-client.ts";
import { type PushedRow, preparedRows, unsentRows } from "./datev-data-pushes.rows.ts";
import { jobsOf, pushes, stateOf, uploadJobs } from "./datev-data-pushes.states.ts";
import { needEmployees } from "./employees.ts";

/** Sends what was written about employees, compensations and absences, and was not sent before. */
export const pushGeneralData = action("POST /custom/datev/push-data/general", (context) =>
  push(context, { type: "GENERAL", payroll_month: null, rows: unsentRows(context) }),
);

/** Sends all that is prepared for the payroll of a month, again where it was sent before. */
export const pushPayrollData = action("POST /custom/datev/push-data/payroll", (context) => {
  const month = monthOf(context.body.payroll_month, "body.payroll_month");
  return push(context, {
    type: "PAYROLL",
    payroll_month: `${month}-01`,
    rows: preparedRows(context, month),
  });
});

/** The pushes of the last two months, in the order of their making. */
export const listDataPushes = action("GET /custom/datev/data-pushes", (context) => {
  const { now, view } = context;
  const since = new Date(now);
  since.setUTCMonth(since.getUTCMonth() - 2);
  const data_pushes = [...view(pushes).from(0)].flatMap(({ record }): Entity<"DatevDataPush">[] => {
    const created_at = typeof record["created_at"] === "string" ? record["created_at"] : isoString(now);
    if (Date.parse(created_at) < since.getTime()) return [];
    const type = record["type"] === "PAYROLL" ? "PAYROLL" : "GENERAL";
    const upload_jobs = jobsOf(context, record).map((job) => ({
      id: job.id,
      file_name: String(job["file_name"] ?? "file.txt"),
      state: stateOf(context, job, record),
      file: String(job["file"] ?? ""),
    }));
    return [{ id: record.id, type, created_at, upload_jobs }];
  });
  return { data_pushes };
});

function push(
  context: RequestContext,
  made: {
    readonly type: "GENERAL" | "PAYROLL";
    readonly payroll_month: string | null;
    readonly rows: readonly PushedRow[];
  },
): Entity<"DatevPushedFiles"> {
  needEmployees(context);
  const { change, integration, now } = context;
  const obstacle = obstacleTo("write", context);
  if (obstacle !== undefined && context.assume("datev-push-without-permission") === "refuse") {
    refuseUnready("write", context);
  }
  const { type, payroll_month, rows } = made;
  const client = clientOf(context);
  const byMonth = Object.entries(Object.groupBy(rows, ({ month }) => month)).sort(([a], [b]) =>
    a < b ? -1 : 1,
  );
  const files = byMonth.map(([month, some = []]) => ({
    name: `${type.toLowerCase()}-${month}.txt`,
    content: datevFile(
      client,
      month,
      some.map(({ row }) => row),
    ),
  }));
  const at = { integrationId: integration.id };
  const push_id = change.insert(
    { ...at, collection: pushes, remoteId: change.newRemoteId(integration.id, pushes) },
    {
      type,
      payroll_month,
      created_at: isoString(now),
      rows: rows.map(({ month, row }) => `${month};${row}`),
    },
  );
  for (const { name, content } of files) {
    change.insert(
      { ...at, collection: uploadJobs, remoteId: change.newRemoteId(integration.id, uploadJobs) },
      { push_id, file_name: name, file: content, state: obstacle === undefined ? null : "FAILED" },
    );
  }
  if (files.length === 0) context.warn("There was nothing to send, so no file was made.");
  if (obstacle !== undefined) context.warn(`No file could be sent: ${obstacle}`);
  return { files };
}
