import {
  type EntityName,
  type Factory,
  hrisAbsenceFactory,
  hrisAbsenceTypeFactory,
  hrisEmployeeDocumentCategoryFactory,
  hrisEmployeeSkillAssignmentFactory,
  hrisPerformanceReviewCycleFactory,
  hrisPerformanceReviewFactory,
  hrisSkillFactory,
  hrisStaffingEntityFactory,
  hrisTimeOffBalanceFactory,
  hrisTimesheetFactory,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { countries, faultsIn } from "./worlds.ts";

const keys = Array.from({ length: 200 }, (_, index) => String(index));
const someKeys = keys.slice(0, 40);

/** A factory's records without traits, over many keys, and with each of its traits. */
function built<Name extends EntityName, Inputs, Trait extends string>(factory: Factory<Name, Inputs, Trait>) {
  const plain = keys.map((key) => factory.key(key).build());
  return [
    ...plain,
    ...factory.traits.flatMap((trait) => someKeys.map((key) => factory.with(trait).key(key).build())),
  ];
}

const type = hrisAbsenceTypeFactory.build();

const cases: readonly { readonly name: string; readonly items: () => readonly object[] }[] = [
  { name: "hris.absence-types", items: () => built(hrisAbsenceTypeFactory) },
  { name: "hris.absences", items: () => built(hrisAbsenceFactory).map((own) => ({ ...own, type })) },
  {
    name: "hris.time-off-balances",
    items: () =>
      countries.flatMap((country) =>
        built(hrisTimeOffBalanceFactory.input({ country })).map((own) => ({ ...own, type })),
      ),
  },
  {
    name: "hris.timesheets",
    items: () => countries.flatMap((country) => built(hrisTimesheetFactory.input({ country }))),
  },
  { name: "hris.employee-document-categories", items: () => built(hrisEmployeeDocumentCategoryFactory) },
  { name: "hris.performance-review-cycles", items: () => built(hrisPerformanceReviewCycleFactory) },
  {
    name: "hris.performance-reviews",
    items: () => countries.flatMap((country) => built(hrisPerformanceReviewFactory.input({ country }))),
  },
  { name: "hris.skills", items: () => built(hrisSkillFactory) },
  { name: "hris.employee-skill-assignments", items: () => built(hrisEmployeeSkillAssignmentFactory) },
  {
    name: "hris.staffing-entities",
    items: () => countries.flatMap((country) => built(hrisStaffingEntityFactory.input({ country }))),
  },
];

const itemsOf = new Map<string, readonly object[]>();

/** Each case's records are built once. */
function itemsIn({ name, items }: (typeof cases)[number]): readonly object[] {
  const known = itemsOf.get(name) ?? items();
  itemsOf.set(name, known);
  return known;
}

test.each(cases)("$name: what is built is such as the document allows, in every state", (one) => {
  const { name } = one;
  const records = itemsIn(one);
  expect(faultsIn(name, records)).toEqual([]);
  expect(faultsIn(name, [{ ...records[0], id: null }])).not.toEqual([]);
});

test.each(cases)("$name: nothing is later than the world's date, or than what follows it", (one) => {
  const stampsOf = (record: object) =>
    ["remote_created_at", "remote_updated_at", "changed_at"].flatMap((field) => {
      const value: unknown = Object.entries(record).find(([name]) => name === field)?.[1];
      return typeof value === "string" ? [value] : [];
    });
  const wrong = itemsIn(one).filter((record) => {
    const stamps = [...stampsOf(record), "2026-01-15T00:00:00.000Z"];
    return stamps.some((stamp, index) => index > 0 && stamp < (stamps[index - 1] ?? ""));
  });
  expect(wrong).toEqual([]);
});

test("what was deleted was missed in the days before the date, and changed then", () => {
  const factories = [hrisAbsenceFactory, hrisTimesheetFactory, hrisStaffingEntityFactory] as const;
  const deleted = someKeys.flatMap((key) => [
    hrisAbsenceTypeFactory.with("deleted").key(key).build(),
    ...factories.map((factory) => factory.with("deleted").key(key).build()),
  ]);
  const wrong = deleted.filter(
    ({ remote_deleted_at: at, changed_at }) => at !== changed_at || at < "2026-01-02" || at > "2026-01-15",
  );
  expect(deleted.filter(({ remote_deleted_at: at }) => at === null)).toEqual([]);
  expect(wrong).toEqual([]);
});

test("an absence of a half day, of hours and of an illness are what their names say", () => {
  const of = (trait: "halfDay" | "inHours" | "sick") =>
    keys.map((key) => hrisAbsenceFactory.with(trait).key(key).build());
  expect(new Set(of("halfDay").map(({ amount, unit }) => `${amount} ${unit}`))).toEqual(
    new Set(["0.5 DAYS"]),
  );
  const hours = of("inHours").filter(
    ({ start_time, end_time, start_date, end_date }) =>
      start_time !== null && end_time !== null && start_time < end_time && start_date === end_date,
  );
  expect(hours).toHaveLength(keys.length);
  const ill = of("sick").filter(
    ({ status, employee_note }) => status === "APPROVED" && employee_note === null,
  );
  expect(ill).toHaveLength(keys.length);
});

test("a request lies ahead and has no approver, what was answered has one", () => {
  const asked = keys.map((key) => hrisAbsenceFactory.with("requested").key(key).build());
  const wrong = asked.filter(
    ({ status, start_date, approver_id }) =>
      status !== "REQUESTED" || (start_date ?? "") < "2026-01-15" || approver_id !== null,
  );
  expect(wrong).toEqual([]);
  expect(hrisAbsenceFactory.build().approver_id).not.toBeNull();
});

test("a balance and what was used make up a year's holidays, and nothing is left when it is exhausted", () => {
  const granted = keys.map((key) => {
    const { balance, used } = hrisTimeOffBalanceFactory.key(key).build();
    return (balance ?? 0) + (used ?? 0);
  });
  expect(new Set(granted)).toEqual(new Set([26, 28, 30, 32]));
  const { balance, used } = hrisTimeOffBalanceFactory.input({ used: 27 }).with("exhausted").build();
  expect([balance, used]).toEqual([0, 27]);
});

test("the comment of a review begins in words for its rating, and for no other", () => {
  const reviews = keys.map((key) => hrisPerformanceReviewFactory.key(key).build());
  const verdicts = (value: number) =>
    new Set(
      reviews
        .filter(({ summary_rating: rating }) => rating?.value === value)
        .map(({ summary_comment }) => summary_comment?.split(/(?<=\.) /)[0]),
    );
  expect([2, 3, 4, 5].map((value) => verdicts(value).size > 1)).toEqual([true, true, true, true]);
  expect([...verdicts(5)].filter((verdict) => verdicts(3).has(verdict))).toEqual([]);
  expect([...verdicts(2)].filter((verdict) => verdicts(4).has(verdict))).toEqual([]);
});

test("who reviews is the reviewee when they review themselves, and nobody when it is not known", () => {
  const self = hrisPerformanceReviewFactory.with("self").build();
  expect(self.reviewer).toEqual(self.reviewee);
  const { reviewer, type: kind } = hrisPerformanceReviewFactory.with("withoutReviewer").build();
  expect([reviewer, kind]).toEqual([null, null]);
});

test("a shift's times are those of the country, its pay and breaks fit its length", () => {
  for (const country of countries) {
    const shifts = keys.map((key) =>
      hrisTimesheetFactory.input({ country, day: "2025-07-10" }).with("withBreaks").key(key).build(),
    );
    const wrong = shifts.filter(({ started_at, ended_at, timezone, breaks, ...shift }) => {
      const offset = Number(timezone?.slice(0, 3));
      const local = (Number(started_at?.slice(11, 13)) + offset + 24) % 24;
      const hours = (Date.parse(ended_at ?? "") - Date.parse(started_at ?? "")) / 3_600_000;
      const pause = (shift.unpaid_break_minutes ?? 0) / 60;
      const outside = breaks?.filter(
        (one) => one.started_at < (started_at ?? "") || one.ended_at > (ended_at ?? ""),
      );
      return (
        local < 6 ||
        local > 9 ||
        hours < 6 ||
        hours > 10 ||
        outside?.length !== 0 ||
        Math.abs((shift.payable_hours ?? 0) - (hours - pause)) > 0.01
      );
    });
    expect(wrong).toEqual([]);
  }
});

test("a shift that has not ended has neither pay nor approval", () => {
  const wrong = keys
    .map((key) => hrisTimesheetFactory.with("open").key(key).build())
    .filter(
      ({ ended_at, payable_hours, approved_at, approval_status }) =>
        ended_at !== null || payable_hours !== null || approved_at !== null || approval_status !== "PENDING",
    );
  expect(wrong).toEqual([]);
});

test("rounds of reviews begin with a half-year, and are called after it", () => {
  const round = (date: string, halfYearsAgo: number, naming: "halves" | "seasons") =>
    hrisPerformanceReviewCycleFactory.input({ date, halfYearsAgo, naming }).build();
  expect(round("2026-01-15", 1, "halves")).toMatchObject({
    name: "H2 2025",
    review_period_start_date: "2025-07-01T00:00:00.000Z",
  });
  expect(round("2026-12-31", 3, "seasons")).toMatchObject({
    name: "Spring 2025",
    review_period_start_date: "2025-01-01T00:00:00.000Z",
  });
});

test("openings are told where there are as many as are told, and a page's address names its record", () => {
  const { number_of_openings: limited, remote_id, remote_url } = hrisStaffingEntityFactory.build();
  expect(limited).toBeGreaterThan(0);
  expect(remote_url).toBe(`https://bamboohr.example.com/positions/${remote_id}`);
  expect(hrisStaffingEntityFactory.with("closed").build().number_of_openings).toBeNull();
});
