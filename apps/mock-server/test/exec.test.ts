import { once } from "node:events";
import { expect, test } from "vitest";
import { lastLine, project } from "./exec-cli.ts";

const reads = 'const { status } = await ask("GET /hris/employees"); if (status !== 200) process.exit(3);';

test("tests that pass and keep to the contract end with 0", async () => {
  const run = await project(reads).exec();
  expect(run).toMatchObject({ exitCode: 0, stderr: "" });
  expect(lastLine(run)).toBe("tests: passed · contract: 0 errors in 1 request to 1 operation · exit 0");
});

test("a violation fails a run whose tests pass, and is told with what was sent, by which line, and what to do", async () => {
  const run = await project('await ask("GET /hris/employees?page_size=1000&page_size=1000");').exec();
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain("error invalid-parameter\n  GET /hris/employees\n");
  expect(run.stdout).toContain("  request: GET /hris/employees?page_size\n  first seen: exchange 1\n");
  expect(run.stdout).toMatch(/ {2}sent by: program\.mjs:\d+\n/);
  expect(run.stdout).toContain("  to do: Send what the message allows.");
  expect(lastLine(run)).toMatch(
    /^tests: passed · contract: 1 error, \d warnings? in 1 request to 1 operation · exit 1 \(contract\)$/,
  );
});

test("the command's own status wins over the contract", async () => {
  const run = await project('await ask("GET /hris/employes"); process.exit(3);').exec();
  expect(run.exitCode).toBe(3);
  expect(lastLine(run)).toBe(
    "tests: failed (3) · contract: 1 error in 1 request to 0 operations · exit 3 (tests)",
  );
});

test("a warning fails only where it is asked for, and nothing does with none", async () => {
  const { exec } = project('await ask("GET /hris/employees?pagesize=1");');
  expect((await exec()).exitCode).toBe(0);
  expect((await exec(["--fail-on", "warning"])).exitCode).toBe(1);
  const wrong = project('await ask("GET /hris/employes");');
  expect((await wrong.exec(["--fail-on", "none", "--allow-empty"])).exitCode).toBe(0);
});

test("a command that cannot be started, and options that are wrong, are told", async () => {
  const { start } = project("");
  const end = async (options: readonly string[]) => {
    const { child, output } = start(options);
    const [exitCode] = (await once(child, "close")) as [number];
    return { exitCode, told: output.stderr.split("\n")[0] };
  };
  expect(await end(["--", "no-such-command", "--"])).toEqual({
    exitCode: 127,
    told: 'error: There is no command "no-such-command".',
  });
  expect(await end(["--env", "URL={baseURL}"])).toMatchObject({
    told: expect.stringContaining(
      "{baseURL} stands for nothing. There are {url}, {baseUrl}, {apiKey}, {webhookSecret}, {integrationId}.",
    ) as string,
  });
  expect(await end(["--webhook-events", "data-changed"])).toMatchObject({ exitCode: 2 });
  expect(await end(["--artifacts", "program.mjs/artifacts"])).toMatchObject({
    exitCode: 2,
    told: expect.stringContaining(
      'The folder "program.mjs/artifacts" of --artifacts cannot be written to',
    ) as string,
  });
});

test("the program is told where the mock is, and its real key is replaced", async () => {
  const { exec } = project(`${reads}
    const { KOMBO_API_KEY, KOMBO_WEBHOOK_SECRET, KOMBO_INTEGRATION_ID_ATS, NO_PROXY, MY_URL } = process.env;
    console.log(JSON.stringify({ KOMBO_API_KEY, KOMBO_WEBHOOK_SECRET, NO_PROXY, ats: KOMBO_INTEGRATION_ID_ATS.length > 20, own: MY_URL === base + "?" + id }));`);
  const given = {
    KOMBO_API_KEY: "ks_prod_real",
    NO_PROXY: "intern.example",
    HTTPS_PROXY: "http://proxy.example",
  };
  const { stdout, exitCode } = await exec(["--env", "MY_URL={baseUrl}?{integrationId}"], given);
  expect(exitCode).toBe(0);
  expect(JSON.parse(stdout.split("\n")[0] ?? "")).toEqual({
    KOMBO_API_KEY: "ks_dev_exec",
    KOMBO_WEBHOOK_SECRET: "kombo-mock-webhook-secret",
    NO_PROXY: "intern.example,127.0.0.1,localhost,::1",
    ...{ ats: true, own: true },
  });
});

test("a key of the code's own is refused with what to do, and is no evidence", async () => {
  const run = await project(`
    const { status, json } = await ask("GET /hris/employees", { apiKey: "ks_dev_of_the_code" });
    console.log(status, json.error.message);`).exec();
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toContain("401 This run accepts only the key in KOMBO_API_KEY");
  expect(lastLine(run)).toMatch(
    /exit 1 \(no request arrived that the mock could accept; --allow-empty lets that pass\)$/,
  );
});

test("a waiver lets pass what it names, and one that is not needed is told", async () => {
  const waivers = [
    { rule: "unknown-operation", operation: "*", reason: "Mended next week." },
    { rule: "invalid-body", operation: "*", reason: "Mended long ago." },
  ];
  const files = { "kombo-contract.json": JSON.stringify({ waivers }) };
  const run = await project(`${reads} await ask("GET /hris/employes");`, files).exec();
  expect(run.exitCode).toBe(0);
  expect(run.stdout).toContain("The waiver of invalid-body at * is not needed any more: Mended long ago.");
  expect(lastLine(run)).toContain("contract: 0 errors, 1 waived in 2 requests");
});

test("after a baseline was written only what is new fails", async () => {
  const program = `${reads}
    await ask("GET /hris/employes");
    if (process.env.MORE) await ask("GET /hris/employees?page_size=1000");`;
  const { exec, read } = project(program, { "kombo-contract.json": '{ "waivers": [] }' });
  const written = await exec(["--baseline", "write"]);
  expect(lastLine(written)).toBe(
    "baseline: 1 violation noted in kombo-contract.json; from now on only new ones fail · exit 0",
  );
  expect(JSON.parse(read("kombo-contract.json"))).toEqual({
    waivers: [],
    baseline: [
      {
        ...{ rule: "unknown-operation", operation: null, location: "path" },
        message: 'There is no operation "GET /hris/employes". Did you mean "GET /hris/employees"?',
      },
    ],
  });
  expect((await exec()).exitCode).toBe(0);
  const more = await exec([], { MORE: "1" });
  expect(more.exitCode).toBe(1);
  expect(lastLine(more)).toContain("1 error, 1 waived in 3 requests");
});

test("what a test means is no violation, and what it means and does not do fails the run", async () => {
  const met = await project(`
    await control("POST /expectations", { rule: "undeclared-parameter" });
    await ask("GET /hris/employees?pagesize=1");`).exec(["--fail-on", "warning"]);
  expect(met.exitCode).toBe(0);
  const unmet = await project(`${reads}
    await control("PUT /label", { label: "sends no rubbish" });
    await control("POST /expectations", { rule: "undeclared-parameter", operation: "GET /hris/teams" });`).exec();
  expect(unmet.exitCode).toBe(1);
  const broken = await project(`${reads}
    await control("PUT /label", { label: "sends rubbish" });
    await control("POST /expectations", { rule: "undeclared-parameter", operation: "GET /hris/groups" });`).exec();
  expect(broken.exitCode).toBe(1);
  expect(broken.stdout).toContain("expected by: sends rubbish");
});

test("canned answers and faults are not held against the mock", async () => {
  const run = await project(`
    await control("POST /stubs", { method: "GET", path: "/hris/employees", body: { odd: true }, unchecked: true });
    await control("POST /faults", { operation: "GET /hris/groups", status: 502, body: "<html>" });
    await ask("GET /hris/employees");
    await fetch(base + "/hris/groups", { headers: { authorization: "Bearer " + key, "x-integration-id": id } });`).exec();
  expect(run.exitCode).toBe(0);
  expect(lastLine(run)).toBe("tests: passed · contract: 0 errors in 2 requests to 2 operations · exit 0");
});

test("the label of a test stands with what it has sent", async () => {
  const run = await project(`
    await control("PUT /label", { label: "reads all employees" });
    await ask("GET /hris/employees?page_size=1000");`).exec();
  expect(run.stdout).toContain("  sent by: reads all employees\n");
});

test("reports go where they are asked for, and say the same", async () => {
  const { exec, read } = project('await ask("GET /hris/employees?page_size=1000");');
  const { stdout } = await exec(["--report", "junit=out/junit.xml,json=out/report.json,github"]);
  expect(stdout).toMatch(/^::error title=invalid-parameter::/m);
  expect(read("out/junit.xml")).toContain("invalid-parameter");
  expect(JSON.parse(read("out/report.json"))).toMatchObject({ kind: "exec", cause: "contract" });
});

test("signals reach the command, and its end is the run's", async () => {
  const { start } = project(`
    process.on("SIGTERM", () => process.exit(7));
    ${reads}
    console.log("ready");
    setInterval(() => {}, 1_000);`);
  const { child, output } = start([]);
  await once(child.stdout, "data");
  child.kill("SIGTERM");
  const [exitCode] = (await once(child, "close")) as [number];
  expect(exitCode).toBe(7);
  expect(lastLine(output)).toMatch(/^tests: failed \(7\) /);
});
