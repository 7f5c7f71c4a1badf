import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { isPresent } from "./row-lookup.ts";

/** The rows of the notes, each named after its candidate. */
export function noteRows(source: RowSource): readonly SkeletonRow[] {
  const authors = authorsOf(source.all("ats.users"));
  if (source.layer === "small") return small(source, authors);
  if (source.layer === "edge") return edge(source, authors);
  const applications = Map.groupBy(
    source.added("ats.applications"),
    ({ relations }) => relations?.["candidate_id"],
  );
  return source.added("ats.candidates").flatMap(({ remoteId }) => {
    const decide = source.choices(`notes/${remoteId}`);
    const count = decide.at("any").chance(0.3) ? decide.at("count").integer(1, 2) : 0;
    const ids = (applications.get(remoteId) ?? []).map((row) => row.remoteId);
    return Array.from({ length: count }, (_, index): SkeletonRow => {
      const own = decide.at(String(index + 1));
      return {
        remoteId: `${remoteId}-${index + 1}`,
        relations: {
          candidate_id: remoteId,
          application_id: ids.length > 0 && own.at("on-application").chance(0.8) ? own.pick(ids) : null,
          author_id:
            authors.length > 0 && own.at("known").chance(0.95) ? own.at("author").pick(authors) : null,
        },
        traits: own.at("private").chance(0.1) ? ["private"] : [],
      };
    });
  });
}

/** Who writes notes: people with an account that works and an address, without which an author cannot be shown. */
function authorsOf(users: readonly SkeletonRow[]): readonly string[] {
  const lacking = ["withoutEmail", "inactive"];
  return users
    .filter((row) => isPresent(row) && !row.traits?.some((trait) => lacking.includes(trait)))
    .map(({ remoteId }) => remoteId);
}

const note = (remoteId: string, applicationId: string | null, authorId: string | null): SkeletonRow => ({
  remoteId,
  relations: {
    candidate_id: remoteId.split("-")[0] ?? null,
    application_id: applicationId,
    author_id: authorId,
  },
});

function small({ choices }: RowSource, authors: readonly string[]): readonly SkeletonRow[] {
  const written = (remoteId: string, applicationId: string | null) =>
    note(remoteId, applicationId, authors.length > 0 ? choices(`notes/${remoteId}`).pick(authors) : null);
  return [
    { ...written("1010-1", "1010-1"), cast: "note" },
    { ...written("1011-1", "1011-1"), cast: "privateNote", traits: ["private"] },
    { ...note("1001-1", "1001-1", null), cast: "noteWithoutAuthor" },
    written("1001-2", null),
    written("1003-1", "1003-1"),
    written("1003-2", "1003-3"),
    written("1012-1", "1012-1"),
    written("1013-1", "1013-1"),
    written("1018-1", null),
  ];
}

function edge(source: RowSource, authors: readonly string[]): readonly SkeletonRow[] {
  const author = authors[0] ?? null;
  const html = `<p>${"Sehr ausführlich. ".repeat(600)}</p>`;
  return [
    { ...note("30001-1", null, null), bare: true },
    { ...note("30002-1", "30002-1", author), traits: ["deleted"] },
    { ...note("30003-1", null, null), ...erasedRow("ats.notes", "30003-1", source) },
    { ...note("30004-1", "30004-1", author), values: { title: "ملاحظة 📝 הערה", content_html: html } },
    { ...note("30005-1", "30005-1", author), values: { title: "", content_html: "" } },
    { ...note("30009-1", null, author), values: { content_html: '<script>alert(1)</script> 1 < 2 & "3"' } },
  ];
}
