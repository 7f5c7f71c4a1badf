import { checksDue, respectDocument } from "./respect/respect.ts";
import { close } from "./run.ts";
import { servedOperations } from "./slices/served.ts";

// Drives every operation that the mock serves by `redocly respect`, and says what failed.
const results = (await respectDocument()).filter(({ operation }) => servedOperations.has(operation));
const failed = results.filter(
  ({ operation, passed, checks }) =>
    !passed || !checksDue(operation).every((check) => checks.includes(check)),
);
for (const { operation, checks, faults } of failed) {
  console.error(`FAIL ${operation} (${checks.join(", ")})\n${faults}\n`);
}
close({ passed: results.length - failed.length, failed: failed.length });
