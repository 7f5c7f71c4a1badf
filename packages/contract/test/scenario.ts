import { judgeRecorded, type Recorded } from "@kombo-mock/contract/recorded";

/** A case as it stands in a text file: an exchange, and what is wrong with it. */
export interface Scenario {
  readonly title: string;
  readonly recorded: Recorded;
  /** `error invalid-body consumer body.value`, one a line. */
  readonly want: readonly string[];
}

/**
 * Reads a scenario. Its parts: `# title`, a request as HTTP writes it, `--- answer STATUS` with headers and body, and
 * `--- violations` with one line each or `none`. Only the request is needed.
 */
export function readScenario(text: string): Scenario {
  const [head = "", ...parts] = text.split(/^--- /m);
  const title = /^# (.*)/.exec(head)?.[1] ?? "";
  const { line, headers, body } = readMessage(head.replace(/^# .*\n+/, ""));
  const [method = "", url = ""] = line.split(" ");
  const answer = parts.find((part) => part.startsWith("answer "));
  const violations = parts.find((part) => part.startsWith("violations"));
  const lines = (violations ?? "").split("\n").slice(1).filter(Boolean);
  return {
    title,
    recorded: { request: { method, url, headers, body }, answer: readAnswer(answer), test: null },
    want: lines.join() === "none" ? [] : lines,
  };
}

/** What is wrong with a scenario's exchange, as a scenario writes it. */
export function judged({ recorded }: Scenario): string[] {
  return judgeRecorded(recorded).violations.map(
    ({ severity, rule, blame, location }) => `${severity} ${rule} ${blame} ${location}`,
  );
}

function readAnswer(part: string | undefined): Recorded["answer"] {
  if (part === undefined) return null;
  const { line, headers, body } = readMessage(part);
  return { status: Number(line.split(" ")[1]), headers, body: body ?? "" };
}

function readMessage(text: string) {
  const [head = "", ...rest] = text.trim().split("\n\n");
  const [line = "", ...lines] = head.split("\n");
  const headers = Object.fromEntries(
    lines.map((one) => [one.split(": ")[0] ?? "", one.split(": ").slice(1).join(": ")]),
  );
  return { line, headers, body: rest.length > 0 ? rest.join("\n\n") : null };
}
