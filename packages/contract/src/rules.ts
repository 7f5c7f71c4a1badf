import { type Blame, type Rule, ruleTable, type Severity } from "./rule-table.ts";
import { answerRules } from "./rules/answer-rules.ts";
import { bodyRules } from "./rules/body-rules.ts";
import { parameterRules } from "./rules/parameter-rules.ts";
import { requestRules } from "./rules/request-rules.ts";
import type { RuleText } from "./rules/rule-text.ts";

export { isRule, type Rule } from "./rule-table.ts";
export type { RuleText } from "./rules/rule-text.ts";

/** What each rule is about, in the order in which a request is looked at. */
export const ruleTexts: Readonly<Record<Rule, RuleText>> = {
  ...requestRules,
  ...parameterRules,
  ...bodyRules,
  ...answerRules,
};

/** The names of all rules, in that order. */
export const ruleNames = Object.keys(ruleTexts) as readonly Rule[];

/** What a rule weighs, and who is to blame when it is broken. */
export function weightOf(rule: Rule): { readonly severity: Severity; readonly blame: Blame } {
  return ruleTable[rule];
}

/** The page about a rule, as Markdown: what was sent, what the API does with it, the fix, a bad and a good example. */
export function explainRule(rule: Rule): string {
  const { title, found, effect, fix, bad, good } = ruleTexts[rule];
  const { severity, blame } = ruleTable[rule];
  return [
    `# ${rule}`,
    `${title}. Severity: **${severity}**. To blame: the **${blame}**.`,
    `**What came.** ${found}`,
    `**What follows.** ${effect}`,
    `**What to do.** ${fix}`,
    `Wrong:\n\n${fenced(bad)}`,
    `Right:\n\n${fenced(good)}`,
  ].join("\n\n");
}

function fenced(text: string): string {
  return `\`\`\`http\n${text}\n\`\`\``;
}
