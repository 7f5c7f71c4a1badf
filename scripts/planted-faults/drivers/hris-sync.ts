import type * as Client from "../../../apps/sample-hris-sync/src/kombo-client.ts";
import type * as Mirror from "../../../apps/sample-hris-sync/src/mirror-integration.ts";
import type * as Store from "../../../apps/sample-hris-sync/src/open-mirror.ts";
import { apiKey, isLostConnection, type Stage } from "../stage.ts";

const minute = 60_000;
const hour = 60 * minute;

/** How often a scheduler runs the mirror again when it was skipped, before somebody has to look. */
const attempts = { "not-ready": 10, "rate-limited": 10, failed: 4 } as const;

/** Mirrors an integration by a scheduler, over some hours in which things change and go wrong. */
export async function drive({ mock, load, now, pass }: Stage): Promise<unknown> {
  const { createKomboClient } = await load<typeof Client>("kombo-client.ts");
  const { mirrorIntegration } = await load<typeof Mirror>("mirror-integration.ts");
  const { openMirror } = await load<typeof Store>("open-mirror.ts");
  const integrationId = (await mock.integrations.list()).find(({ tool }) => tool === "bamboohr")?.id ?? "";
  const database = openMirror(":memory:");
  const reports: Mirror.MirrorReport[] = [];
  const here = { integration_id: integrationId };
  const run = async (options: { full?: boolean; pageSize?: number; key?: string; id?: string } = {}) => {
    const { key = apiKey, id = integrationId, ...rest } = options;
    for (let count = 1; ; count++) {
      const client = createKomboClient({ apiKey: key });
      const report = await mirrorIntegration(database, client, {
        ...{ integrationId: id, now, ...rest },
      }).catch((error: unknown) => {
        if (isLostConnection(error)) return null;
        throw error;
      });
      if (report === null) {
        await pass(minute);
        continue;
      }
      reports.push(report);
      if (report.status === "mirrored") break;
      const most = new Map<string, number>(Object.entries(attempts)).get(report.reason) ?? 1;
      if (count >= most) break;
      // Without a time from the API the scheduler comes again on its next minute.
      const wait = report.reason === "rate-limited" ? Number(report.retryAfter ?? 60) * 1_000 : minute;
      await pass(wait);
    }
    await pass(hour);
  };

  await run();
  const employee = await mock.create("hris.employees", { first_name: "Ada" }, here);
  const group = await mock.create("hris.groups", { name: "Night shift" }, here);
  await mock.create("hris.absences", { status: "APPROVED" }, here);
  await run();
  await mock.update("hris.employees", employee.id, { last_name: "Lovelace" }, here);
  await mock.remove("hris.employees", employee.id, here);
  await mock.remove("hris.groups", group.id, here);
  await run();
  await mock.update("hris.groups", group.id, { remote_deleted_at: null }, here);
  await run();
  await run({ full: true, pageSize: 7 });

  for (const operation of ["GET /hris/groups", "GET /hris/employees", "GET /hris/absences"] as const) {
    await mock.fail(operation, "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 2, retry_after: 300 });
    await run();
  }
  for (const code of ["PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "REMOTE.RATE_LIMIT_EXCEEDED"] as const) {
    await mock.fail("GET /hris/groups", code, { times: 2, retry_after: 300 });
    await run();
  }
  // What lies between may answer too, with or without a body, or with another that is JSON.
  const gateways = [
    { status: 429, headers: { "retry-after": "600" }, body: "Slow down." },
    { status: 429, headers: { "retry-after": "600" }, body: null },
    { status: 502, body: { error: null } },
    { status: 502, body: "<html>Bad gateway</html>" },
    { status: 401, body: { message: "No." } },
  ];
  for (const answer of gateways) {
    await mock.faults.add({
      operation: "GET /hris/employees",
      times: answer.status === 401 ? 4 : 1,
      ...answer,
    });
    await run();
  }
  const waiting = ["SETUP_SYNC_PENDING", "SETUP_INCOMPLETE", "QA_FAILED"] as const;
  for (const code of waiting) {
    await mock.fail("GET /hris/groups", `INTEGRATION.${code}`, { times: 6 });
    await run();
  }
  const off = [
    ...["INTEGRATION.INACTIVE", "INTEGRATION.AUTHENTICATION_INVALID", "PLATFORM.INTEGRATION_NOT_FOUND"],
    ...["PLATFORM.AUTHENTICATION_INVALID", "PLATFORM.IP_NOT_WHITELISTED"],
  ] as const;
  for (const code of off) {
    await mock.fail("GET /hris/groups", code, { times: 4 });
    await run();
    await mock.faults.remove();
  }
  for (const code of ["MODEL_NOT_AVAILABLE", "MODEL_DISABLED", "PERMISSION_MISSING"] as const) {
    await mock.fail("GET /hris/groups", `INTEGRATION.${code}`, { times: 4 });
    await mock.fail("GET /hris/absences", `INTEGRATION.${code}`, { times: 4 });
    await run();
    await mock.faults.remove();
  }
  await run({ full: true });
  const tables = ["groups", "employees", "absences", "employee_groups"];
  const state = tables.map((table) => database.prepare(`SELECT * FROM ${table}`).all());
  database.close();
  return { reports, state };
}
