import { Session } from "node:inspector/promises";
import { prelude } from "./stage.ts";

/**
 * Measures which parts of the modules in a folder run until the function is called that it answers: of each file by its
 * name, one byte a character that is 1 where it ran.
 */
export async function measureRun(folder: string): Promise<() => Promise<Record<string, Uint8Array>>> {
  const session = new Session();
  session.connect();
  await session.post("Profiler.enable");
  await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
  return async () => {
    const { result } = await session.post("Profiler.takePreciseCoverage");
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
    const ran: Record<string, Uint8Array> = {};
    for (const { url, functions } of result) {
      if (!url.startsWith(folder) || !url.includes("load=")) continue;
      const name = url.slice(folder.length).replace(/\?.*/, "");
      // Ranges lie within one another, the outer ones first.
      const ranges = functions
        .flatMap((one) => one.ranges)
        .sort((a, b) => a.startOffset - b.startOffset || b.endOffset - a.endOffset);
      const length = Math.max(0, ...ranges.map(({ endOffset }) => endOffset)) - prelude.length;
      const now = new Uint8Array(Math.max(0, length));
      for (const { startOffset, endOffset, count } of ranges)
        now.fill(count > 0 ? 1 : 0, Math.max(0, startOffset - prelude.length), endOffset - prelude.length);
      ran[name] = either(ran[name], now);
    }
    return ran;
  };
}

/** What ran in one or the other. */
function either(one: Uint8Array | undefined, other: Uint8Array): Uint8Array {
  return one ? other.map((byte, index) => byte | (one[index] ?? 0)) : other;
}
