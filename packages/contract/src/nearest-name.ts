import { closestMatch } from "leven";

/** The name that was probably meant by one that does not exist; undefined where none is near. */
export function nearestName(given: string, known: readonly string[]): string | undefined {
  // No name is this long, and comparing takes time with the square of the length.
  const short = given.slice(0, 80);
  return closestMatch(short, known, { maxDistance: Math.max(2, Math.ceil(short.length / 3)) });
}

/** A hint at the name that was probably meant, to stand at the end of a message; empty where none is near. */
export function didYouMean(given: string, known: readonly string[]): string {
  const nearest = nearestName(given, known);
  return nearest === undefined ? "" : ` Did you mean "${nearest}"?`;
}
