import { erasedRow } from "../ats/erased-row.ts";
import { isPresent } from "../ats/row-lookup.ts";
import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";

const counts = { demo: 14, large: 390 };

/** The courses of the worlds that revisions are made for in their own way. */
export const courseIds = {
  withSeveralRevisions: "1002",
  deactivated: "1004",
  withoutRevisions: "1005",
  deleted: "30002",
  withManyRevisions: "30005",
} as const;

/** The rows of the courses: in the small world one in each state and some more. */
export function courseRows(source: RowSource): readonly SkeletonRow[] {
  if (source.layer === "small") return small;
  if (source.layer === "edge") return edge(source);
  return serialIds(source.layer, counts).map((remoteId) => generatedCourse(remoteId, source));
}

const of = (provider: string | null) => ({ relations: { provider_id: provider } });

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "course", ...of("1001") },
  { remoteId: courseIds.withSeveralRevisions, cast: "courseWithSeveralRevisions", ...of("1002") },
  { remoteId: "1003", cast: "upsertedCourse", traits: ["upserted"], ...of("1003") },
  { remoteId: courseIds.deactivated, cast: "deactivatedCourse", ...of("1001") },
  { remoteId: courseIds.withoutRevisions, cast: "courseWithoutRevisions", ...of("1002") },
  { remoteId: "1006", cast: "courseWithoutProvider", ...of(null) },
  { remoteId: "1007", ...of("1001") },
  { remoteId: "1008", ...of("1002") },
  { remoteId: "1009", ...of("1003") },
  { remoteId: "1010", ...of("1001") },
];

function generatedCourse(remoteId: string, { all, choices }: RowSource): SkeletonRow {
  const decide = choices(`courses/${remoteId}`);
  const providers = all("lms.course-providers")
    .filter(isPresent)
    .map((row) => row.remoteId);
  const isOffered = providers.length > 0 && decide.at("offered").chance(0.9);
  const row = { remoteId, ...of(isOffered ? decide.at("provider").pick(providers) : null) };
  return decide.at("upserted").chance(0.2) ? { ...row, traits: ["upserted"] } : row;
}

const edge = (source: RowSource): readonly SkeletonRow[] => [
  { remoteId: "30001", bare: true },
  { remoteId: courseIds.deleted, traits: ["deleted"], ...of("1001") },
  erasedRow("lms.courses", "30003", source),
  // Of a provider of whom the tool tells no name, with an id that needs care in addresses.
  { remoteId: "30004", values: { origin_id: "Kurs №7/ä b&c=d" }, ...of("30001") },
  { remoteId: courseIds.withManyRevisions, ...of("30002") },
  { remoteId: "30006", values: { origin_id: "" }, ...of(null) },
];
