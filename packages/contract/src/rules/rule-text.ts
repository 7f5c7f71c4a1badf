/** What a rule is about, in words for whoever broke it. */
export interface RuleText {
  /** The rule in a few words. */
  readonly title: string;
  /** What was sent or answered. */
  readonly found: string;
  /** What the API does with it. */
  readonly effect: string;
  /** What to change. */
  readonly fix: string;
  /** An exchange that breaks this rule and no other, and one that is right: in the form of a scenario. */
  readonly bad: string;
  readonly good: string;
}

/** A text block without the indentation that it has in the source. */
export function block(text: string): string {
  const lines = text.replace(/^\n|\n\s*$/g, "").split("\n");
  const indents = lines.flatMap((line) =>
    line.trim() === "" ? [] : [line.length - line.trimStart().length],
  );
  const indent = Math.min(...indents);
  return lines.map((line) => line.slice(indent)).join("\n");
}
