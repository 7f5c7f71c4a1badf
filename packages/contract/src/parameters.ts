import type { OperationEntry, ParameterEntry } from "@kombo-mock/openapi";
import { didYouMean } from "./nearest-name.ts";
import type { Rule } from "./violation.ts";
import { openWording, type Wording } from "./wording.ts";

interface ParameterProblem {
  readonly rule: Rule;
  readonly location: string;
  readonly message: string;
}

/** Reads a query as the values that the document declares, with defaults; what does not parse stays a string. */
export function parseParameters(
  entry: OperationEntry,
  given: URLSearchParams,
  wording: Wording = openWording,
): { query: Record<string, unknown>; problems: ParameterProblem[] } {
  const query: Record<string, unknown> = {};
  const problems: ParameterProblem[] = [];
  const problem = (rule: Rule, name: string, text: string) =>
    problems.push({ rule, location: `query.${name}`, message: `query.${name} ${text}` });

  for (const parameter of entry.parameters) {
    if (parameter.in !== "query") continue;
    const value = given.get(parameter.name);
    if (value !== null) query[parameter.name] = parse(value, parameter.type);
    else if (parameter.default !== undefined) query[parameter.name] = parameter.default;
    const unknown = unknownParts(value, parameter);
    if (unknown.length > 0) {
      const allowed = (parameter.values ?? []).join(", ");
      const text = `holds ${wording.showParts(unknown)}, but only takes ${allowed}, separated by commas.`;
      problem("invalid-parameter", parameter.name, text);
    }
    if (value !== null && parameter.deprecated)
      problem("deprecated-parameter", parameter.name, "is deprecated.");
  }
  for (const name of new Set(given.keys())) {
    if (given.getAll(name).length > 1) {
      const advice = "only the first is read. Write a list as one comma-separated value.";
      problem("repeated-parameter", name, `is given more than once; ${advice}`);
    }
    if (!entry.parameters.some((one) => one.in === "query" && one.name === name)) {
      const known = entry.parameters.filter((one) => one.in === "query").map((one) => one.name);
      problem(
        "undeclared-parameter",
        name,
        `is not declared. Known parameters: ${known.join(", ") || "none"}.${didYouMean(name, known)}`,
      );
    }
  }
  return { query, problems };
}

/** What a comma-separated value holds that is none of the values it may. */
function unknownParts(value: string | null, { values }: ParameterEntry): string[] {
  if (!value || !values) return [];
  return value.split(",").filter((part) => part !== "" && !values.includes(part));
}

const parsers: Record<ParameterEntry["type"], (value: string) => unknown> = {
  string: (value) => value,
  integer: (value) => (/^[+-]?\d+$/.test(value) ? Number(value) : value),
  number: (value) => (/^[+-]?\d+(?:\.\d+)?$/.test(value) ? Number(value) : value),
  boolean: (value) => (value === "true" ? true : value === "false" ? false : value),
};

function parse(value: string, type: ParameterEntry["type"]): unknown {
  return parsers[type](value);
}
