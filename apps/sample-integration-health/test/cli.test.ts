import { expect, test, vi } from "vitest";
import { example } from "./doors.ts";
import { openWithCli, runCli } from "./run-cli.ts";

// Each run starts a process, which a busy machine may take a while for.
vi.setConfig({ testTimeout: 60_000 });

test("the example is printed with its fields counted", async () => {
  const { run } = await openWithCli();
  expect(await run([example])).toEqual({
    exitCode: 1,
    stderr: "",
    stdout: `Factorial of Acme (HRIS)
factorial:8d1hpPsbjxUkoCoa1veLZGe5, scope config "Anonymous Scopes"

Integration
  connected, set up and up to date

Read models
  hris_employees        available  0 of 1 field

Write actions
  hris_create_employee  available  1 of 1 field

In the way: 1 unavailable field.
`,
  });
});

test("the example is printed with every field", async () => {
  const { run } = await openWithCli();
  expect(await run([example, "--fields"])).toEqual({
    exitCode: 1,
    stderr: "",
    stdout: `Factorial of Acme (HRIS)
factorial:8d1hpPsbjxUkoCoa1veLZGe5, scope config "Anonymous Scopes"

Integration
  connected, set up and up to date

Read models
  hris_employees        available
    date_of_birth       not available  the customer opted out; left to the customer

Write actions
  hris_create_employee  available
    first_name          available

In the way: 1 unavailable field.
`,
  });
});

test("the example is printed as JSON", async () => {
  const { run } = await openWithCli();
  const { exitCode, stdout, stderr } = await run(["--json", example]);
  expect({ exitCode, stderr }).toEqual({ exitCode: 1, stderr: "" });
  expect(stdout.replace(/"checkedAt": "[\d-]+T[\d:.]+Z"/, '"checkedAt": "…"')).toBe(`{
  "integration": {
    "id": "factorial:8d1hpPsbjxUkoCoa1veLZGe5",
    "tool": "Factorial",
    "category": "HRIS",
    "isBeta": false,
    "scopeConfig": "Anonymous Scopes"
  },
  "customer": {
    "name": "Acme",
    "email": "example-integration-creator@acme.com"
  },
  "checkedAt": "…",
  "healthy": false,
  "problems": [],
  "readModels": [
    {
      "id": "hris_employees",
      "label": "Employees",
      "available": true,
      "obstacles": [],
      "remarks": [],
      "fields": [
        {
          "id": "date_of_birth",
          "available": false,
          "obstacles": [
            "opted-out-by-customer"
          ],
          "remarks": [
            "left-to-customer"
          ]
        }
      ]
    }
  ],
  "writeActions": [
    {
      "id": "hris_create_employee",
      "label": "Create employee",
      "available": true,
      "obstacles": [],
      "remarks": [],
      "fields": [
        {
          "id": "first_name",
          "available": true,
          "obstacles": [],
          "remarks": []
        }
      ]
    }
  ]
}
`);
});

test("the exit code is 0 when nothing stands in the way, and 1 when something does", async () => {
  const { control, run } = await openWithCli();
  const id = "smartrecruiters:1";
  await control.integrations.create({ id, tool: "smartrecruiters", category: "ASSESSMENT" });
  expect(await run([id])).toMatchObject({
    exitCode: 0,
    stdout: expect.stringContaining("\nNothing stands in the way.\n"),
  });
  await control.integrations.update(id, { setup_status: "FINAL_SYNC_PENDING" });
  expect(await run([id])).toMatchObject({
    exitCode: 1,
    stdout: expect.stringContaining("\nIn the way: 1 problem.\n"),
  });
});

test("--help prints how it is used", async () => {
  const { exitCode, stdout } = await runCli(["--help"], {}, () => {});
  expect(exitCode).toBe(0);
  expect(stdout).toContain("Usage: integration-health <integration id> [--fields] [--json]\n");
});
