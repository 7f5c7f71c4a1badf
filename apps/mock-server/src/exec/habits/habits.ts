import { operations } from "@kombo-mock/openapi";
import type { Asked, Step, Told } from "./step.ts";

/** What a program does from request to request and should not, though each request by itself is right. */
export interface Habit {
  readonly name: string;
  /** What was seen, for a report. */
  readonly message: string;
  /** Answers the operations and webhooks about which it was seen. */
  seenIn(steps: readonly Step[]): readonly string[];
  /** Not looked for in what the tests themselves made fail. */
  readonly onlyVaried?: true;
}

const minute = 60_000;
/** By how much timers and clocks of two programs may differ. */
const rounding = 100;
/** How long a program may take to heed a webhook, by the clock of the mock. */
const patience = 30 * minute;

/** All habits that are looked for. */
export const habits: readonly Habit[] = [
  {
    name: "unread-page",
    message: "A page named a next one that was never asked for. Read on until `next` is null.",
    seenIn: (steps) =>
      operationsOf(steps, (one, _, later) => {
        const { next } = one;
        return next !== null && !later.some(({ query }) => query.get("cursor") === next);
      }),
  },
  {
    name: "lost-filter",
    message: "A next page was asked for without the filters of the first. A cursor does not carry them.",
    seenIn: (steps) =>
      operationsOf(steps, ({ query }, before) => {
        const cursor = query.get("cursor");
        const from = before.findLast(({ next }) => cursor !== null && next === cursor);
        return from !== undefined && filtersOf(from.query) !== filtersOf(query);
      }),
  },
  {
    name: "too-soon",
    message: "It was asked again before the time that `retry-after` told. Wait that long.",
    seenIn: (steps) =>
      operationsOf(steps, ({ at }, before) => {
        const last = before.at(-1);
        return last?.retryAfter != null && at >= last.at && at < last.at + last.retryAfter - rounding;
      }),
  },
  {
    name: "refused-again",
    message: "What was refused for good was asked again and again. Repeat only what may pass.",
    seenIn: (steps) =>
      operationsOf(steps, (one, before) => {
        const last = [...before.slice(-2), one];
        const isSame = last.every(({ status, code }) => status === one.status && code === one.code);
        return (
          last.length === 3 && isSame && last.every(isRefusal) && one.at - (last[0]?.at ?? 0) < 60 * minute
        );
      }),
  },
  {
    name: "given-up",
    message: "A read that failed for a moment was never repeated. Send it again after a while.",
    onlyVaried: true,
    seenIn: (steps) =>
      operationsOf(steps, (one, _, later) => one.method === "GET" && later.length === 0 && isPassing(one)),
  },
  {
    name: "unseen-deletions",
    message:
      "Changes were read with `updated_after` and without `include_deleted=true`, so deletions are never seen.",
    seenIn: (steps) =>
      operationsOf(steps, ({ operation, query }, before, later) => {
        const isSeen = ({ query }: Asked) => query.get("include_deleted") === "true";
        const isAsked = query.get("include_deleted") === "true" || [...before, ...later].some(isSeen);
        return query.has("updated_after") && declares(operation, "include_deleted") && !isAsked;
      }),
  },
  {
    name: "refused-webhook",
    message:
      "A webhook whose signature is right was refused. Verify X-Kombo-Signature over the bytes as they came.",
    seenIn: (steps) =>
      unique(
        steps
          .filter(isTold)
          .flatMap(({ type, status, isForged }) =>
            !isForged && [400, 401, 403].includes(status ?? 0) ? [`webhook ${type}`] : [],
          ),
      ),
  },
  {
    name: "read-after-deletion",
    message: "An integration was asked for data after a webhook told that it was deleted. Forget it.",
    seenIn: (steps) =>
      unique(
        steps.flatMap((one, index) =>
          one.kind === "asked" && steps.slice(0, index).some((told) => isDeletion(told, one.integration))
            ? [one.operation]
            : [],
        ),
      ),
  },
  {
    name: "unheeded-webhook",
    message: "A webhook told of changes in a list that is kept, and it was not read for half an hour.",
    seenIn: (steps) => {
      const news = steps.flatMap((told) =>
        told.kind === "told" && isTaken(told)
          ? told.shownBy.map((operation) => ({
              operation,
              isHeeded: steps.some((one) => isReading(one, operation, told)),
            }))
          : [],
      );
      const kept = new Set(news.flatMap(({ operation, isHeeded }) => (isHeeded ? [operation] : [])));
      return unique(
        news.flatMap(({ operation, isHeeded }) => (!isHeeded && kept.has(operation) ? [operation] : [])),
      );
    },
  },
];

/** The operations with a request of which something holds, given those of the same before and after it. */
function operationsOf(
  steps: readonly Step[],
  holds: (one: Asked, before: readonly Asked[], later: readonly Asked[]) => boolean,
): string[] {
  const groups = Map.groupBy(
    steps.filter((one) => one.kind === "asked"),
    ({ of }) => of,
  );
  return unique(
    [...groups.values()].flatMap((group) =>
      group.some((one, index) => holds(one, group.slice(0, index), group.slice(index + 1)))
        ? [group[0]?.operation ?? ""]
        : [],
    ),
  );
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

function filtersOf(query: URLSearchParams): string {
  const others = [...query].filter(([name]) => name !== "cursor" && name !== "page_size");
  return JSON.stringify(others.sort());
}

const passingCode = /RATE_LIMIT|CONCURRENCY|SYNC_PENDING|TIMED_OUT|SETUP_INCOMPLETE|QA_FAILED/;

function isPassing({ status, code }: Asked): boolean {
  return status === null || status === 429 || status >= 500 || /SYNC_PENDING/.test(code ?? "");
}

function isRefusal({ status, code }: Asked): boolean {
  if (status === null || status === 429 || passingCode.test(code ?? "")) return false;
  return (status >= 400 && status < 500) || (code?.startsWith("INTEGRATION.") ?? false);
}

function declares(operation: string, parameter: string): boolean {
  const entry = Object.entries(operations).find(([name]) => name === operation)?.[1];
  return entry?.parameters.some(({ name }) => name === parameter) ?? false;
}

function isTold(step: Step): step is Told {
  return step.kind === "told";
}

function isTaken({ status }: Told): boolean {
  return status !== null && status >= 200 && status < 300;
}

function isDeletion(step: Step, integration: string | null): boolean {
  return (
    step.kind === "told" &&
    step.type === "integration-deleted" &&
    isTaken(step) &&
    step.integration === integration
  );
}

function isReading(step: Step, operation: string, { integration, at }: Told): boolean {
  return (
    step.kind === "asked" &&
    step.operation === operation &&
    step.integration === integration &&
    step.at >= at &&
    step.at <= at + patience
  );
}
