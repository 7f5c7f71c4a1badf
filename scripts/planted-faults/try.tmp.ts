import { runJob } from "./worker.ts";
for (const consumer of process.argv.slice(2)) {
  for (const _ of [1,2,3,4]) {
  const t = performance.now();
  const r = await runJob({ consumer, changed: null, variations: [] });
  console.log(consumer, performance.now()-t, { ...r, trace: r.trace.length });
  if (process.env.TRACE) console.log(r.trace.slice(-6000));
  }
}
process.exit();
