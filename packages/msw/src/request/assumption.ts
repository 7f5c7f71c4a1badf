/** A choice that nobody published, with what else it could be. */
export interface Assumption<Choice> {
  readonly question: string;
  readonly choice: Choice;
  readonly alternatives: readonly Choice[];
  readonly why: string;
}

/** Notes a guess. */
export function assumption<const Choice>(
  question: string,
  choice: NoInfer<Choice>,
  options: { readonly alternatives: readonly Choice[]; readonly why: string },
): Assumption<Choice> {
  return { question, choice, ...options };
}
