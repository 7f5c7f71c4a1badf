import { erasedRow } from "../ats/erased-row.ts";
import { isPresent } from "../ats/row-lookup.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { courseIds } from "./courses.rows.ts";

/** The rows of the progressions, each named after its user: `progress-1001-2` is the second one of `1001`. */
export function progressionRows(source: RowSource): readonly SkeletonRow[] {
  if (source.layer === "small") return small;
  if (source.layer === "edge") return edge(source);
  const revisions = source.all("lms.course-revisions").filter(isPresent);
  if (revisions.length === 0) return [];
  return source.added("lms.users").flatMap(({ remoteId, traits }) => {
    const decide = source.choices(`progressions/${remoteId}`);
    const ids = Array.from(
      { length: decide.at("count").integer(0, 3) },
      (_, index) => decide.at(`revision/${index + 1}`).pick(revisions).remoteId,
    );
    return [...new Set(ids)].map((revision, index): SkeletonRow => {
      const id = `progress-${remoteId}-${index + 1}`;
      const share = source.choices(`progressions/${id}/status`).integer(1, 100);
      const trait = statuses.find(({ upTo }) => share <= upTo)?.trait;
      // Whoever has left does not go on.
      const own = traits?.includes("inactive") && trait !== "completed" ? "dropped" : trait;
      return { ...progression(id, revision), ...(own ? { traits: [own] } : {}) };
    });
  });
}

const statuses = [
  { upTo: 50, trait: "completed" },
  { upTo: 70, trait: "inProgress" },
  { upTo: 78, trait: "dropped" },
] as const;

const progression = (remoteId: string, revision: string): SkeletonRow => ({
  remoteId,
  relations: { user_id: remoteId.split("-")[1] ?? null, course_revision_id: revision },
});

const small: readonly SkeletonRow[] = [
  { ...progression("progress-1001-1", "revision-1001-1"), cast: "assignedProgression" },
  {
    ...progression("progress-1001-2", "revision-1002-2"),
    cast: "startedProgression",
    traits: ["inProgress"],
  },
  {
    ...progression("progress-1001-3", "revision-1003-1"),
    cast: "completedProgression",
    traits: ["completed"],
  },
  { ...progression("progress-1002-1", "revision-1001-1"), cast: "droppedProgression", traits: ["dropped"] },
  // In a revision that a newer one has replaced, and in a course that was deactivated.
  { ...progression("progress-1002-2", "revision-1002-1"), traits: ["completed"] },
  { ...progression("progress-1003-1", `revision-${courseIds.deactivated}-1`), traits: ["inProgress"] },
  { ...progression("progress-1003-2", "revision-1006-1"), traits: ["completed"] },
  progression("progress-1004-1", "revision-1001-1"),
  { ...progression("progress-1005-1", "revision-1007-1"), traits: ["dropped"] },
  { ...progression("progress-1006-1", "revision-1001-1"), traits: ["inProgress"] },
  { ...progression("progress-1007-1", "revision-1003-1"), traits: ["deleted"] },
  { ...progression("progress-1009-1", "revision-1008-1"), traits: ["completed"] },
  { ...progression("progress-1009-2", "revision-1009-1"), traits: ["completed"] },
  progression("progress-1010-1", "revision-1010-1"),
  { ...progression("progress-1011-1", "revision-1001-1"), traits: ["completed"] },
  { ...progression("progress-1012-1", "revision-1007-1"), traits: ["inProgress"] },
  progression("progress-1013-1", "revision-1002-2"),
  { ...progression("progress-1014-1", "revision-1006-1"), traits: ["completed"] },
];

const edge = (source: RowSource): readonly SkeletonRow[] => [
  // Of people and revisions of whom the tool tells nothing, or no longer anything.
  { ...progression("progress-30001-1", "revision-30101"), bare: true },
  { ...progression("progress-30002-1", "revision-30103"), traits: ["completed", "deleted"] },
  {
    ...progression("progress-30003-1", `revision-${courseIds.deleted}-1`),
    ...erasedRow("lms.course-progressions", "progress-30003-1", source),
  },
  {
    ...progression("progress-30004-1", "revision-30102"),
    traits: ["completed"],
    values: { enrolled_at: null },
  },
  // Done in the moment of the enrolment.
  {
    ...progression("progress-30005-1", "revision-30104"),
    traits: ["completed"],
    values: { enrolled_at: "2020-02-29T23:59:59.999Z", completed_at: "2020-02-29T23:59:59.999Z" },
  },
  // The same course three times: dropped, failed to tell, and taken again.
  { ...progression("progress-30006-1", "revision-30104"), traits: ["dropped"] },
  { ...progression("progress-30006-2", "revision-30104"), values: { status: null } },
  progression("progress-30006-3", "revision-30104"),
];
