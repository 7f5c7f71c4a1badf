import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { type Count, close, keepCount, outputOf, reports, root, succeeds } from "./run.ts";

// Builds, checks types, runs every test, and ends in one summed line.
rmSync(reports, { recursive: true, force: true });
const counts: Count[] = [buildAndTypes(), vitest(), ruby()];
const sum = counts.reduce((a, b) => ({ passed: a.passed + b.passed, failed: a.failed + b.failed }));
keepCount("tests", sum);
close(sum);

function buildAndTypes(): Count {
  const ok = succeeds("turbo", [
    "run",
    "build",
    "typecheck",
    "--output-logs=errors-only",
    "--log-order=grouped",
  ]);
  return { passed: 0, failed: ok ? 0 : 1 };
}

function vitest(): Count {
  const report = join(reports, "vitest.json");
  const ok = succeeds("vitest", [
    "run",
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${report}`,
  ]);
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(
      readFileSync(report, "utf8"),
    ) as {
      numPassedTests: number;
      numFailedTests: number;
      numFailedTestSuites: number;
    };
    // A suite that fails to load, or an error outside tests, has no failed test to show.
    const failed = Math.max(numFailedTests, numFailedTestSuites > 0 && numFailedTests === 0 ? 1 : 0);
    return { passed: numPassedTests, failed: ok ? failed : Math.max(failed, 1) };
  } catch {
    return { passed: 0, failed: 1 };
  }
}

/** The Ruby sample's tests; they say so themselves where there is no ruby. */
function ruby(): Count {
  const { ok, text } = outputOf("node", ["test/run.ts"], join(root, "apps/sample-integration-health-ruby"));
  const [, passed = "0", failed = "0"] = /(\d+) passed, (\d+) failed\s*$/.exec(text) ?? [];
  return { passed: Number(passed), failed: ok ? Number(failed) : Math.max(1, Number(failed)) };
}
