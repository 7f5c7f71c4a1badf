const dayLength = 86_400_000;
const zero = 48;

// Worlds have few days and write each of them often.
const days = new Map<number, string>();

/** A day by how many of them came since the first of 1970. */
export function dayText(day: number): string {
  let text = days.get(day);
  if (text === undefined) {
    text = new Date(day * dayLength).toISOString().slice(0, -"T00:00:00.000Z".length);
    days.set(day, text);
  }
  return text;
}

/** An instant as the API writes it: one flat text, as parts would take longer to join and four times the room. */
export function instantAt(time: number): string {
  const day = Math.floor(time / dayLength);
  const date = dayText(day);
  if (!Number.isInteger(time) || date.length !== 10) return new Date(time).toISOString();
  const within = time - day * dayLength;
  const seconds = Math.floor(within / 1_000);
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const [second, minute, millisecond] = [seconds % 60, minutes % 60, within % 1_000];
  return String.fromCharCode(
    date.charCodeAt(0),
    date.charCodeAt(1),
    date.charCodeAt(2),
    date.charCodeAt(3),
    45, // -
    date.charCodeAt(5),
    date.charCodeAt(6),
    45,
    date.charCodeAt(8),
    date.charCodeAt(9),
    84, // T
    zero + Math.floor(hours / 10),
    zero + (hours % 10),
    58, // :
    zero + Math.floor(minute / 10),
    zero + (minute % 10),
    58,
    zero + Math.floor(second / 10),
    zero + (second % 10),
    46, // .
    zero + Math.floor(millisecond / 100),
    zero + (Math.floor(millisecond / 10) % 10),
    zero + (millisecond % 10),
    90, // Z
  );
}

/**
 * Milliseconds of an instant as text. Worlds read and write hundreds of thousands of them in the one form that the API
 * has, for which `Date` takes several times as long; every other form is left to it.
 */
export function timeOf(instant: string): number {
  const time = instant.length === 24 ? plainTime(instant) : Number.NaN;
  return Number.isNaN(time) ? Date.parse(instant) : time;
}

/** Not a number where it is not certain what `Date` would make of it. */
function plainTime(instant: string): number {
  const year = digits(instant, 0, 4);
  const month = digits(instant, 5, 7);
  const day = digits(instant, 8, 10);
  const hour = digits(instant, 11, 13);
  const minute = digits(instant, 14, 16);
  const second = digits(instant, 17, 19);
  const isDay = year > 99 && month > 0 && month < 13 && day > 0 && day < 29;
  const isTime = hour < 24 && minute < 60 && second < 60;
  if (!isDay || !isTime || !hasMarks(instant)) return Number.NaN;
  return Date.UTC(year, month - 1, day, hour, minute, second, digits(instant, 20, 23));
}

function hasMarks(text: string): boolean {
  const isDate = text[4] === "-" && text[7] === "-" && text[10] === "T";
  return isDate && text[13] === ":" && text[16] === ":" && text[19] === "." && text[23] === "Z";
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - zero;
    if (!(digit >= 0 && digit <= 9)) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}
