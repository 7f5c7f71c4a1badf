import type { Stage } from "../stage.ts";
import { apiKey } from "../stage.ts";

const environment = { KOMBO_API_KEY: apiKey, KOMBO_BASE_URL: "http://127.0.0.1:4747/v1" };

/** Asks for every integration on the command line, in the states that they can be in. */
export async function drive({ mock, load, pass, takeOutput }: Stage): Promise<unknown> {
  const printed: unknown[] = [];
  let runs = 0;
  const run = async (args: readonly string[], variables: Readonly<Record<string, string>> = environment) => {
    process.argv = ["node", "integration-health", ...args];
    for (const name of ["KOMBO_API_KEY", "KOMBO_BASE_URL"]) delete process.env[name];
    Object.assign(process.env, variables);
    runs++;
    await load(`cli.ts?run=${runs}`);
    const { exitCode } = process;
    printed.push([args, takeOutput(), exitCode]);
    process.exitCode = 0;
    await pass(3_600_000);
    return exitCode;
  };
  /** As a script does that stops when an integration cannot be read, though it tried twice. */
  const runInScript = async (...given: Parameters<typeof run>) => {
    if ((await run(...given)) !== 2 || (await run(...given)) !== 2) return;
    throw new Error(`integration-health ${given[0].join(" ")} ended with 2.`);
  };
  const integrations = await mock.integrations.list();
  for (const { id } of integrations) await runInScript([id, "--fields"]);
  const [first] = integrations;
  const id = first?.id ?? "";
  const states = [
    ...[{ status: "INVALID" }, { status: "INACTIVE" }, { setup_status: "INCOMPLETE" }],
    ...[{ setup_status: "FINAL_SYNC_PENDING" }, { data_expired_at: "2026-01-13T08:30:00.000Z" }],
  ] as const;
  for (const [index, state] of states.entries()) {
    const one = { tool: "smartrecruiters", category: "ASSESSMENT", id: `smartrecruiters:${index}` } as const;
    for (const creator_email of ["jo@acme.example", null]) {
      const name = creator_email === null ? `${one.id}-without` : one.id;
      await mock.integrations.create({
        ...{ ...one, id: name, ...state, end_user: { organization_name: "Acme", creator_email } },
      });
      await runInScript([name]);
    }
  }
  await runInScript([id, "--json"]);
  await runInScript([id], { KOMBO_API_KEY: apiKey });
  await run(["factorial:unknown"]);
  const codes = [
    ...["PLATFORM.IP_NOT_WHITELISTED", "PLATFORM.RATE_LIMIT_EXCEEDED", "PLATFORM.UNKNOWN_ERROR"],
    ...["PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "PLATFORM.TASK_TIMED_OUT", "PLATFORM.INPUT_INVALID"],
  ] as const;
  for (const code of codes) {
    await mock.fail("GET /integrations/{integration_id}", code, { times: 1 });
    await run([id]);
  }
  await mock.faults.add({ operation: "GET /integrations/{integration_id}", abort: "reset", times: 1 });
  await run([id]);
  await mock.faults.add({
    ...{ operation: "GET /integrations/{integration_id}", error_code: null, status: 500, times: 1 },
  });
  await run([id]);
  await run([id]);
  return printed;
}
