import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test, vi } from "vitest";
import { runCli } from "./run-cli.ts";
import { serve } from "./serve.ts";

// Each test starts a process.
vi.setConfig({ testTimeout: 60_000 });

test("kombo-mock contract explain prints a rule's page", async () => {
  const { exitCode, stdout } = await runCli(["contract", "explain", "ignored-body"]);
  expect(exitCode).toBe(0);
  expect(stdout).toMatch(/^# ignored-body\n/);
});

test("kombo-mock contract check exits with 1 for what the API refuses, and with 2 for what cannot be read", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kombo-mock-contract-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const request = { method: "GET", url: "/v1/hris/absences?page_size=0" };
  writeFileSync(join(folder, "journal.ndjson"), JSON.stringify({ request, answer: null }));
  const checked = await runCli(["contract", "check", join(folder, "journal.ndjson")]);
  expect(checked.exitCode).toBe(1);
  expect(checked.stdout).toContain("error invalid-parameter\n  GET /hris/absences\n");
  expect((await runCli(["contract", "check", join(folder, "missing.har")])).exitCode).toBe(2);
  expect((await runCli(["contract", "check", "--nonsense"])).exitCode).toBe(2);
});

test("kombo-mock contract verify finds nothing wrong with the mock", async () => {
  const server = await serve();
  const { id, integration_id } = server.mock.cast.withoutEmail;
  expect(id).not.toBe("");
  const args = ["contract", "verify", "--base-url", server.baseUrl, "--integration-id", integration_id];
  const { exitCode, stdout } = await runCli(args, { env: { KOMBO_VERIFY_KEY: "ks_dev_mock" } });
  expect(stdout).toMatch(
    /verify: 0 errors, 0 warnings, 0 notes in \d+ exchanges with \d+ operations · exit 0\n$/,
  );
  expect(exitCode).toBe(0);
});
