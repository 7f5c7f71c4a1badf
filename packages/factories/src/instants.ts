import type { Choices } from "./choices.ts";
import { instantAt, timeOf } from "./instant-text.ts";

const dayLength = 86_400_000;

/** An instant some whole days before a date, at any time of that day, as the API writes it. */
export function instantBefore(
  choices: Choices,
  date: string,
  { minDays, maxDays }: { minDays: number; maxDays: number },
): string {
  const days = choices.at("days").integer(minDays, maxDays);
  const time = choices.at("time").integer(0, dayLength - 1);
  return instantAt(timeOf(`${date}T00:00:00.000Z`) - days * dayLength + time);
}

/** An instant between two others, both included; the later one where they are the wrong way round. */
export function instantBetween(choices: Choices, from: string, to: string): string {
  const end = timeOf(to);
  const start = Math.min(timeOf(from), end);
  return instantAt(choices.integer(start, end));
}
