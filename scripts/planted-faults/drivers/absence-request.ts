import type * as Client from "../../../apps/sample-absence-request/src/kombo-client.ts";
import type * as Requests from "../../../apps/sample-absence-request/src/request-absence.ts";
import { apiKey, type Stage } from "../stage.ts";

const hour = 3_600_000;

/** Asks for absences and withdraws them, in whatever state the integration is, and tells what is told. */
export async function drive({ mock, load, pass }: Stage): Promise<unknown> {
  const { createKomboClient } = await load<typeof Client>("kombo-client.ts");
  const { requestAbsence, withdrawAbsence } = await load<typeof Requests>("request-absence.ts");
  const integrationId = (await mock.integrations.list()).find(({ tool }) => tool === "bamboohr")?.id ?? "";
  const here = { integration_id: integrationId };
  const kombo = createKomboClient({ apiKey });
  const [employee] = await mock.find("hris.employees", undefined, here);
  const employeeId = employee?.id ?? "";
  await mock.create(
    "hris.absence-types",
    { name: "Sabbatical", half_days_supported: true, unit: "DAYS" },
    here,
  );
  const outcomes: unknown[] = [];
  const ask = async (more: Partial<Requests.AbsenceRequest>) => {
    const outcome = await requestAbsence(kombo, {
      ...{ integrationId, employeeId, type: "sabbatical", from: "2026-03-02", until: "2026-03-06", ...more },
    });
    outcomes.push(outcome);
    await pass(hour);
    return outcome;
  };
  const first = await ask({});
  await ask({ note: "By train.", fromMidday: true });
  await ask({ amount: 1, from: "2026-04-01", until: "2026-04-01" });
  await ask({ type: "no such type" });
  if ("absence" in first)
    outcomes.push(await withdrawAbsence(kombo, { integrationId, absenceId: first.absence }));

  await mock.fail("GET /hris/absence-types", "PLATFORM.RATE_LIMIT_EXCEEDED", { times: 2, retry_after: 120 });
  await ask({});
  await mock.faults.add({
    operation: "GET /hris/absence-types",
    times: 1,
    status: 503,
    body: "<html>Busy</html>",
  });
  await ask({});
  await mock.faults.add({ operation: "GET /hris/absence-types", times: 1, abort: "reset" });
  await ask({});
  await mock.fail("POST /hris/absences", "REMOTE.INPUT_INVALID", { times: 1, message: "That is too long." });
  await ask({});
  return outcomes;
}
