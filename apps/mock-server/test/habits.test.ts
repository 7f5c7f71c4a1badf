import { expect, test } from "vitest";
import { HabitWatch } from "../src/exec/habits/habit-watch.ts";

const list = "GET /hris/employees" as const;
const seconds = (count: number) => new Date(Date.parse("2026-01-15T09:00:00Z") + count * 1_000).toISOString();

interface Sent {
  readonly query?: string;
  readonly status?: number;
  readonly next?: string;
  readonly code?: string;
  readonly retryAfter?: number;
  /** In seconds. */
  readonly at?: number;
  readonly marked?: "fault";
}

/** A request for employees, with what it came to. */
function asked({ query = "", status = 200, next, code, retryAfter, at = 0, marked }: Sent) {
  const body = code === undefined ? { data: { results: [], next: next ?? null } } : { error: { code } };
  return {
    operation: list,
    line: {
      request: { method: "GET", url: `/v1/hris/employees?${query}`, headers: { "x-integration-id": "i" } },
      answer: {
        status,
        headers: retryAfter === undefined ? {} : { "retry-after": String(retryAfter) },
        body: JSON.stringify(body),
      },
      ...{ at: seconds(at), marked: marked ?? null },
    },
  };
}

/** A webhook about the same integration, and whether the list shows what it tells of. */
function told(type: "data-changed" | "integration-deleted", at: number, status = 200, isForged = false) {
  return { type, integration: "i", status, isForged, at: seconds(at), showing: () => [list] };
}

type Step = ReturnType<typeof asked> | ReturnType<typeof told>;

const cases: readonly { what: string; steps: readonly Step[]; habits: readonly string[] }[] = [
  { what: "a page that is not followed", steps: [asked({ next: "a" })], habits: ["unread-page"] },
  {
    what: "pages that are read to the end",
    steps: [asked({ query: "ids=1", next: "a" }), asked({ query: "cursor=a&ids=1" })],
    habits: [],
  },
  {
    what: "a next page without the filters",
    steps: [asked({ query: "ids=1", next: "a" }), asked({ query: "cursor=a" })],
    habits: ["lost-filter"],
  },
  {
    what: "an attempt before its time",
    steps: [asked({ status: 429, code: "PLATFORM.RATE_LIMIT_EXCEEDED", retryAfter: 60 }), asked({ at: 59 })],
    habits: ["too-soon"],
  },
  {
    what: "an attempt in time",
    steps: [asked({ status: 429, code: "PLATFORM.RATE_LIMIT_EXCEEDED", retryAfter: 60 }), asked({ at: 60 })],
    habits: [],
  },
  {
    what: "a refusal that is asked for three times",
    steps: [0, 60, 120].map((at) => asked({ status: 400, code: "INTEGRATION.MODEL_DISABLED", at })),
    habits: ["refused-again"],
  },
  {
    what: "a refusal that is asked for each hour, or that passes",
    steps: [
      ...[0, 3_600, 7_200].map((at) => asked({ status: 400, code: "INTEGRATION.MODEL_DISABLED", at })),
      ...[9_000, 9_001, 9_002].map((at) =>
        asked({ status: 400, code: "INTEGRATION.SETUP_SYNC_PENDING", at }),
      ),
      asked({ at: 9_003 }),
    ],
    habits: [],
  },
  {
    what: "a failure that passes and is not repeated",
    steps: [asked({}), asked({ status: 503, marked: "fault" })],
    habits: ["given-up"],
  },
  {
    what: "changes without deletions",
    steps: [asked({ query: "updated_after=2026-01-14" })],
    habits: ["unseen-deletions"],
  },
  {
    what: "changes with deletions",
    steps: [asked({ query: "updated_after=2026-01-14&include_deleted=true" })],
    habits: [],
  },
  {
    what: "a genuine webhook that is refused, and a forged one",
    steps: [told("data-changed", 0, 401), told("data-changed", 0, 401, true)],
    habits: ["refused-webhook"],
  },
  {
    what: "a read after the deletion",
    steps: [asked({}), told("integration-deleted", 1), asked({ at: 2 })],
    habits: ["read-after-deletion"],
  },
  {
    what: "news of a list that is kept, heeded once and then not",
    steps: [asked({}), told("data-changed", 10), asked({ at: 11 }), told("data-changed", 7_200)],
    habits: ["unheeded-webhook"],
  },
  {
    what: "news of a list that was only looked at, or that is read in time",
    steps: [asked({}), told("data-changed", 7_200)],
    habits: [],
  },
];

test.each(cases)("$what: $habits", ({ steps, habits }) => {
  const watch = new HabitWatch();
  for (const step of steps) {
    if ("operation" in step) watch.add(step);
    else watch.addDelivery(step);
  }
  expect(watch.seen().map(({ name }) => name)).toEqual(habits);
});

test("what never came back is only told where a variation made it fail", () => {
  const watch = new HabitWatch();
  watch.add(asked({ status: 503 }));
  expect(watch.seen()).toMatchObject([{ name: "given-up", operation: list, onlyVaried: true }]);
});
