import { timeOf } from "../instant-text.ts";
import type { RecordSource } from "../worlds/skeleton.ts";
import { daysAfter, latest, midnight } from "./timeline.ts";

/** Between when an application was handed in and decided on; undecided ones go on until the world's date. */
export interface HiringProcess {
  readonly from: string;
  readonly until: string;
}

/** When an application was under way, as its record says. */
export function processOf(applicationId: string | null | undefined, source: RecordSource): HiringProcess {
  const today = midnight(source.date);
  const read = (field: string) =>
    applicationId ? source.value("ats.applications", applicationId, field) : undefined;
  const instantOf = (field: string) => {
    const value = read(field);
    return typeof value === "string" ? value : null;
  };
  const from = instantOf("remote_created_at") ?? daysAfter(today, -60);
  const hiredAt = read("outcome") === "HIRED" ? instantOf("remote_updated_at") : null;
  return { from, until: latest(from, instantOf("rejected_at") ?? hiredAt ?? today) };
}

/** A part of a process, both ends as shares of the whole. */
export function partOf({ from, until }: HiringProcess, begin: number, end: number): HiringProcess {
  const days = (timeOf(until) - timeOf(from)) / 86_400_000;
  return { from: daysAfter(from, days * begin), until: daysAfter(from, days * end) };
}
