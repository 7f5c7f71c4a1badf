import type { ClockState, Root } from "./root.ts";

// Taken when the module is loaded, so that fake timers of a test do not reach the `real` clock.
const RealDate = Date;

/** The instant at which an environment is, in milliseconds. */
export function nowOf({ clock }: Pick<Root, "clock">): number {
  if (clock.mode === "frozen") return clock.at;
  return (clock.mode === "real" ? RealDate.now() : Date.now()) + clock.offset;
}

/** The clock moved by some milliseconds. */
export function advanced(clock: ClockState, milliseconds: number): ClockState {
  return clock.mode === "frozen"
    ? { ...clock, at: clock.at + milliseconds }
    : { ...clock, offset: clock.offset + milliseconds };
}

/** An instant as the API writes it. */
export function isoString(instant: number): string {
  return new RealDate(instant).toISOString();
}

const unit = { D: 86_400_000, H: 3_600_000, M: 60_000, S: 1_000 } as const;

/** Reads a duration such as `PT3H`, `P14D` or `PT0.5S` as milliseconds; undefined when it is none. */
export function parseDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/.exec(text);
  if (!match || text.endsWith("P") || text.endsWith("T")) return undefined;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] = match;
  return Number(days) * unit.D + Number(hours) * unit.H + Number(minutes) * unit.M + Number(seconds) * unit.S;
}
