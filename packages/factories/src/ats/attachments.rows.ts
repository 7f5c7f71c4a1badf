import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { isPresent } from "./row-lookup.ts";

/** The rows of the attachments, each named after its candidate. */
export function attachmentRows(source: RowSource): readonly SkeletonRow[] {
  if (source.layer === "edge") return edge;
  const applications = Map.groupBy(
    source.added("ats.applications"),
    ({ relations }) => relations?.["candidate_id"],
  );
  return source
    .added("ats.candidates")
    .filter(isPresent)
    .flatMap(({ remoteId }) => {
      const ids = (applications.get(remoteId) ?? []).filter(isPresent).map((row) => row.remoteId);
      return documentsOf(remoteId, ids, source);
    });
}

const owned = (candidateId: string, number: number, applicationId: string | null): SkeletonRow => ({
  remoteId: `${candidateId}-${number}`,
  relations: { candidate_id: candidateId, application_id: applicationId },
});

/** Most hand in a CV, with their first application where there is one, some a letter and a certificate as well. */
function documentsOf(
  candidateId: string,
  applications: readonly string[],
  { choices, layer }: RowSource,
): readonly SkeletonRow[] {
  const decide = choices(`attachments/${candidateId}`);
  const first = applications[0] ?? null;
  const cv = owned(candidateId, 1, first);
  // The complete candidate of the small world has one of each, one of them on no application.
  if (layer === "small" && candidateId === "1001")
    return [
      { ...cv, cast: "cv" },
      { ...owned(candidateId, 2, first), traits: ["coverLetter"] },
      { ...owned(candidateId, 3, null), traits: ["other"] },
    ];
  const letter = { ...owned(candidateId, 2, first), traits: ["coverLetter"] };
  const other = { ...owned(candidateId, 3, null), traits: ["other"] };
  return [
    ...(decide.at("cv").chance(0.75) ? [cv] : []),
    ...(decide.at("letter").chance(0.15) ? [letter] : []),
    ...(decide.at("other").chance(0.08) ? [other] : []),
  ];
}

const edge: readonly SkeletonRow[] = [
  { ...owned("30001", 1, null), bare: true },
  { ...owned("30004", 1, "30004-1"), values: { file_name: "سيرة ذاتية – קורות חיים 📄.pdf" } },
  { ...owned("30005", 1, "30005-1"), values: { file_name: `${"Lebenslauf_final_".repeat(14)}v2.pdf` } },
  { ...owned("30009", 1, "30009-1"), values: { file_name: "../../etc/passwd", content_type: "text/plain" } },
  {
    ...owned("30009", 2, null),
    traits: ["other"],
    values: { file_name: 'a "b" <c>', content_type: "application/octet-stream" },
  },
];
