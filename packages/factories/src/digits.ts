import type { Choices } from "./choices.ts";

/** So many digits; few decisions make all of them, since each takes a hash. */
export function digitsAt(choices: Choices, length: number): string {
  let digits = "";
  while (digits.length < length)
    digits += String(choices.at(`digits/${digits.length}`).integer(0, 999_999)).padStart(6, "0");
  return digits.slice(0, length);
}
