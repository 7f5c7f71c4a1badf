import { argv } from "node:process";
import { findLeaks } from "../apps/mock-server/test/isolation.ts";

// The suite does the same in small: apps/mock-server/test/many-clients.test.ts.
const [workers = 50, calls = 2_000] = argv.slice(2).map(Number);
for (const apart of ["keys", "integrations"] as const) {
  const began = performance.now();
  const leaks = await findLeaks(apart, { workers, calls });
  const seconds = ((performance.now() - began) / 1_000).toFixed(0);
  console.log(
    `apart by ${apart}: ${workers} workers × ${calls} calls, ${leaks.length} leaks, ${seconds} s with all runs alone`,
  );
  for (const { worker, together, alone } of leaks.slice(0, 3)) console.log({ worker, together, alone });
  if (leaks.length > 0) process.exitCode = 1;
}
