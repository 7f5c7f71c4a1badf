import { isPresent } from "../ats/row-lookup.ts";
import { choicesAt } from "../choices.ts";
import type { PartitionInputs, RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { type CourseSubject, courseSubjects } from "./course-subjects.ts";
import { courseIds } from "./courses.rows.ts";

/** What a course of a world is about: one after the other, and any where there are more courses than subjects. */
export function subjectOf(courseId: string, { seed, integrationId }: PartitionInputs): CourseSubject {
  const small = Number(courseId) - 1_001;
  const demo = Number(courseId) - 20_001 + 10;
  const [first] = [courseSubjects[small], courseSubjects[demo]].filter((one) => one !== undefined);
  return first ?? choicesAt(seed, integrationId, `courses/${courseId}/subject`).pick(courseSubjects);
}

/** The rows of the course revisions, each named after its course: `revision-1002-2` is the second one of `1002`. */
export function revisionRows(source: RowSource): readonly SkeletonRow[] {
  const ofCourses = source
    .added("lms.courses")
    .filter((course) => !course.bare)
    .flatMap((course) => revisionsOf(course, source));
  return source.layer === "edge" ? [...ofCourses, ...edge] : ofCourses;
}

/** The id of the revision in whose place this one came; undefined for the first of a course. */
export function revisionBefore(remoteId: string): string | undefined {
  const [, course, number] = /^revision-(\d+)-(\d+)$/.exec(remoteId) ?? [];
  return Number(number) > 1 ? `revision-${course}-${Number(number) - 1}` : undefined;
}

const casts: Readonly<Record<string, string>> = {
  "revision-1001-1": "courseRevision",
  [`revision-${courseIds.deactivated}-1`]: "inactiveRevision",
};

function revisionsOf({ remoteId, traits = [] }: SkeletonRow, source: RowSource): readonly SkeletonRow[] {
  const count = countOf(remoteId, source);
  return Array.from({ length: count }, (_, index): SkeletonRow => {
    const id = `revision-${remoteId}-${index + 1}`;
    // A newer one takes the place of those before it.
    const isOver = index < count - 1 || isDeactivated(remoteId, source);
    const own = [...(isOver ? ["inactive"] : []), ...(traits.includes("deleted") ? ["deleted"] : [])];
    return {
      remoteId: id,
      relations: { course_id: remoteId },
      links: { skill_links: skillsOf(remoteId, source) },
      ...(casts[id] ? { cast: casts[id] } : {}),
      ...(own.length > 0 ? { traits: own } : {}),
    };
  });
}

function countOf(courseId: string, { layer, choices }: RowSource): number {
  if (courseId === courseIds.withoutRevisions) return 0;
  if (courseId === courseIds.withSeveralRevisions) return 2;
  if (courseId === courseIds.withManyRevisions) return 12;
  return layer !== "small" && choices(`courses/${courseId}/again`).chance(0.2) ? 2 : 1;
}

function isDeactivated(courseId: string, { layer, choices }: RowSource): boolean {
  if (layer === "small") return courseId === courseIds.deactivated;
  return layer !== "edge" && choices(`courses/${courseId}/deactivated`).chance(0.1);
}

/** The skill of the course's subject, where the tool has it. */
function skillsOf(courseId: string, source: RowSource): readonly SkeletonLink[] {
  const { skill } = subjectOf(courseId, source);
  if (skill === null) return [];
  return source
    .all("lms.skills")
    .filter((row) => isPresent(row) && row.values?.["name"] === skill)
    .slice(0, 1)
    .map(({ remoteId }) => ({ remoteId }));
}

const ofUsualCourse = { relations: { course_id: "1007" } };
const manySkills = ["1001", "1002", "1003", "30002", "30004", "30005"].map((remoteId) => ({ remoteId }));

const edge: readonly SkeletonRow[] = [
  { remoteId: "revision-30101", bare: true, ...ofUsualCourse },
  // Of a course that the tool does not tell.
  { remoteId: "revision-30102", relations: { course_id: null }, values: { title: "Cours du soir 🌙 دورة" } },
  { remoteId: "revision-30103", traits: ["deleted"], ...ofUsualCourse },
  {
    remoteId: "revision-30104",
    values: { title: "Sehr ausführlich. ".repeat(120).trim(), description: "" },
    links: { skill_links: manySkills },
    ...ofUsualCourse,
  },
  { remoteId: "revision-30105", values: { status: null, remote_url: null }, ...ofUsualCourse },
];
