import type { Entity } from "../define-factory.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { liveRows, rowWith } from "./live-rows.ts";
import { erasedStamps } from "./record-instants.ts";
import { workingEmployees } from "./working-employees.ts";

/** What the reviewer is to the reviewee: null where nobody is known to have written the review. */
export function reviewKind(
  relations: SkeletonRow["relations"],
  employees: readonly SkeletonRow[],
): Entity<"HrisPerformanceReview">["type"] {
  const { reviewee_id: reviewee, reviewer_id: reviewer } = relations ?? {};
  if (!reviewee || !reviewer) return null;
  if (reviewee === reviewer) return "SELF";
  const managerOf = (employee: string) => rowWith(employees, employee)?.relations?.["manager_id"];
  if (managerOf(reviewee) === reviewer) return "MANAGER";
  return managerOf(reviewer) === reviewee ? "DIRECT_REPORT" : "PEER";
}

/** The cycle that ended last, and how much of the company is reviewed in each. */
const lastCycle = "1002";
const cycles = [
  { cycle: "1001", share: 0.4 },
  { cycle: lastCycle, share: 0.8 },
] as const;

interface Given {
  readonly reviewee: SkeletonRow;
  readonly reviewer: string | null;
  readonly cycle: string | null;
  readonly kind: string;
}

function review({ reviewee, reviewer, cycle, kind }: Given, rest: Partial<SkeletonRow> = {}): SkeletonRow {
  return {
    remoteId: `${reviewee.remoteId}-${cycle ?? "none"}-${kind}`,
    relations: { reviewee_id: reviewee.remoteId, reviewer_id: reviewer, review_cycle_id: cycle },
    ...rest,
  };
}

/** The rows of the reviews of one layer's employees. */
export function performanceReviewRows(source: RowSource): readonly SkeletonRow[] {
  const { layer, category, added } = source;
  if (category !== "HRIS" || layer === "base") return [];
  const employees = workingEmployees(added("hris.employees"));
  if (layer === "edge") return edgeReviews(source);
  const reviews = employees.flatMap((employee) =>
    cycles.flatMap(({ cycle, share }) => reviewsOf(employee, { cycle, share }, source)),
  );
  return layer === "small" ? withCast(reviews, employees) : reviews;
}

function reviewsOf(
  reviewee: SkeletonRow,
  { cycle, share }: { readonly cycle: string; readonly share: number },
  { layer, all, added, choices }: RowSource,
): readonly SkeletonRow[] {
  const at = (name: string) => choices(`performance-reviews/${reviewee.remoteId}-${cycle}-${name}`);
  const everybody = all("hris.employees");
  const manager = reviewee.relations?.["manager_id"] ?? null;
  const isReviewed = layer === "large" ? share * 0.3 : share;
  const given = { reviewee, cycle };
  const reviews: SkeletonRow[] = [];
  if (manager !== null && rowWith(everybody, manager) && at("manager").chance(isReviewed))
    reviews.push(review({ ...given, kind: "manager", reviewer: manager }));
  if (at("self").chance(isReviewed / 2))
    reviews.push(review({ ...given, kind: "self", reviewer: reviewee.remoteId }));
  const peers = at("asked").chance(isReviewed / 4) ? peersOf(reviewee, added("hris.employees")) : [];
  if (peers.length > 0) reviews.push(review({ ...given, kind: "peer", reviewer: at("peer").pick(peers) }));
  return reviews;
}

/** Colleagues: whoever has the same manager, and is still there. */
function peersOf(employee: SkeletonRow, employees: readonly SkeletonRow[]): readonly string[] {
  const manager = employee.relations?.["manager_id"];
  if (!manager) return [];
  const managed = managedBy.get(employees) ?? byManager(employees);
  managedBy.set(employees, managed);
  return (managed.get(manager) ?? []).filter((remoteId) => remoteId !== employee.remoteId);
}

const managedBy = new WeakMap<readonly SkeletonRow[], ReadonlyMap<string, readonly string[]>>();

function byManager(employees: readonly SkeletonRow[]): ReadonlyMap<string, readonly string[]> {
  const groups = Map.groupBy(workingEmployees(employees), ({ relations }) => relations?.["manager_id"] ?? "");
  return new Map([...groups].map(([manager, rows]) => [manager, rows.map(({ remoteId }) => remoteId)]));
}

/** Reviews that are told by name, in place of those that chance gave. */
function withCast(
  reviews: readonly SkeletonRow[],
  employees: readonly SkeletonRow[],
): readonly SkeletonRow[] {
  const [employee, manager, other] = ["1008", "1005", "1006"].map((id) => rowWith(employees, id));
  if (!employee || !manager || !other) return reviews;
  const [of, by] = [{ reviewee: employee, cycle: lastCycle }, { reviewer: manager.remoteId }];
  const told = [
    review({ ...of, ...by, kind: "manager" }, { cast: "reviewByManager" }),
    review({ ...of, ...by, cycle: "1001", kind: "manager" }),
    review({ ...of, kind: "self", reviewer: employee.remoteId }),
    review({ ...of, reviewee: manager, kind: "report", reviewer: employee.remoteId }),
    review({ ...of, reviewee: other, kind: "unknown", reviewer: null }, { cast: "reviewWithoutReviewer" }),
  ];
  const ids = new Set(told.map(({ remoteId }) => remoteId));
  return [...reviews.filter(({ remoteId }) => !ids.has(remoteId)), ...told];
}

function edgeReviews({ added, all, date }: RowSource): readonly SkeletonRow[] {
  const [reviewee] = liveRows(added("hris.employees"));
  if (!reviewee) return [];
  const [reviewer] = workingEmployees(all("hris.employees"));
  const given = { reviewee, cycle: lastCycle, reviewer: reviewer?.remoteId ?? null };
  const long = `Großartige Arbeit 🏆 — ${"immer wieder, in jedem Projekt; ".repeat(200)}ممتاز`;
  const rated = (summary_rating: Entity<"HrisPerformanceRating">): Partial<SkeletonRow> => ({
    values: { summary_rating, summary_comment: null },
  });
  return [
    review({ reviewee, cycle: null, reviewer: null, kind: "bare" }, { bare: true }),
    review({ ...given, kind: "unrated" }, { traits: ["unrated"] }),
    review({ ...given, kind: "peer" }, { values: { summary_comment: long } }),
    review({ ...given, kind: "scale" }, rated({ type: "NUMERIC", min: null, max: null, value: 87.5 })),
    review({ ...given, kind: "negative" }, rated({ type: "NUMERIC", min: -2, max: 2, value: -2 })),
    review({ ...given, kind: "valueless" }, rated({ type: "NUMERIC", min: 1, max: 5, value: null })),
    review({ ...given, kind: "word" }, rated({ type: "SINGLE_SELECT", ordered_options: null, value: "👍" })),
    review({ ...given, kind: "manager" }, { traits: ["deleted"] }),
    review(
      { reviewee, cycle: null, reviewer: null, kind: "erased" },
      { bare: true, values: erasedStamps(date) },
    ),
  ];
}
