import { Command } from "commander";
import { nearestName } from "../nearest-name.ts";
import { InputError } from "../node/input-error.ts";
import { explainRule, isRule, ruleNames, ruleTexts, weightOf } from "../rules.ts";

/** `contract explain`: what a rule is about, what to do, and an example of wrong and right. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("explain a rule: what the API does, what to do, examples; without a name, list the rules")
    .argument("[rule]", "the rule's name, as reports have it")
    .action((rule: string | undefined) => {
      process.stdout.write(`${rule === undefined ? list() : explain(rule)}\n`);
    });
}

function explain(rule: string): string {
  if (isRule(rule)) return explainRule(rule);
  const nearest = nearestName(rule, ruleNames);
  const hint = nearest ? ` Did you mean "${nearest}"?` : "";
  throw new InputError(`There is no rule "${rule}".${hint} The rules: ${ruleNames.join(", ")}.`);
}

function list(): string {
  return ruleNames
    .map((rule) => `${weightOf(rule).severity.padEnd(7)}  ${rule.padEnd(26)}  ${ruleTexts[rule].title}`)
    .join("\n");
}
