import { type Rows, rowsOfIds } from "../worlds/growing-rows.ts";
import type { RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { isPresent } from "./row-lookup.ts";

const counts = { demo: 340, large: 18_000 };

/** The rows of the candidates: in the small world one for each case that people test. */
export function candidateRows(source: RowSource): Rows {
  const tags = source
    .all("ats.tags")
    .filter(isPresent)
    .map(({ remoteId }) => remoteId);
  if (source.layer === "small") return small(source, tags);
  if (source.layer === "edge") return edge(source, tags);
  return rowsOfIds(source.layer, counts, (remoteId) => tagged({ remoteId }, source, tags));
}

const linkTo = (remoteIds: readonly string[]): Pick<SkeletonRow, "links"> => ({
  links: { tag_links: remoteIds.map((remoteId): SkeletonLink => ({ remoteId })) },
});

/** One in four bears a tag, some a second one. */
function tagged(row: SkeletonRow, { choices }: RowSource, tags: readonly string[]): SkeletonRow {
  const decide = choices(`candidates/${row.remoteId}/tags`);
  if (tags.length === 0 || !decide.at("any").chance(0.25)) return { ...row, ...linkTo([]) };
  const picked = ["first", ...(decide.at("more").chance(0.3) ? ["second"] : [])];
  return { ...row, ...linkTo([...new Set(picked.map((which) => decide.at(which).pick(tags)))]) };
}

function small(source: RowSource, tags: readonly string[]): readonly SkeletonRow[] {
  const plain = (remoteId: string, more: Partial<SkeletonRow> = {}) =>
    tagged({ remoteId, ...more }, source, tags);
  return [
    { remoteId: "1001", cast: "candidate", traits: ["complete"], ...linkTo(tags.slice(0, 1)) },
    { remoteId: "1002", cast: "candidateWithoutEmail", traits: ["withoutEmail"], ...linkTo([]) },
    plain("1003", { cast: "candidateWithSeveralApplications" }),
    { remoteId: "1004", cast: "candidateWithTags", ...linkTo(tags.slice(0, 3)) },
    plain("1005", { cast: "umlautCandidate", values: { first_name: "Jörg", last_name: "Übelhör-Weiß" } }),
    plain("1006", {
      cast: "rightToLeftCandidate",
      values: {
        first_name: "ليلى",
        last_name: "حداد",
        email_addresses: [{ email_address: "layla.haddad@mail.example.com", type: "PRIVATE" }],
        social_media: [],
      },
    }),
    plain("1007", { cast: "deletedCandidate", traits: ["deleted"] }),
    { ...erasedRow("ats.candidates", "1008", source), cast: "erasedCandidate" },
    plain("1009", { cast: "confidentialCandidate", traits: ["confidential"] }),
    ...["1010", "1011", "1012", "1013", "1014", "1015", "1016", "1017", "1018"].map((id) => plain(id)),
  ];
}

const namesakes = { first_name: "Anna", last_name: "Schmidt" };

function edge(source: RowSource, tags: readonly string[]): readonly SkeletonRow[] {
  return [
    { remoteId: "30001", bare: true },
    { remoteId: "30002", traits: ["deleted"], ...linkTo(tags.slice(0, 2)) },
    erasedRow("ats.candidates", "30003", source),
    {
      remoteId: "30004",
      values: { first_name: "אברהם־יצחק", last_name: "בן־דוד", title: "مهندس برمجيات أول 🚀" },
      ...linkTo(tags.slice(-2)),
    },
    {
      remoteId: "30005",
      values: { first_name: "🦊", last_name: "Nguyễn-Øvergård Straße", source: "TikTok 🎥" },
    },
    {
      remoteId: "30006",
      values: {
        first_name: "Maximiliane-Charlotte ".repeat(12).trim(),
        last_name: "von und zu ".repeat(30).trim(),
        title: "Head of ".repeat(100).trim(),
      },
    },
    // Two people of one name who share an address, as after an import.
    { remoteId: "30007", values: { ...namesakes, email_addresses: [sharedAddress] } },
    { remoteId: "30008", values: { ...namesakes, email_addresses: [sharedAddress] } },
    {
      remoteId: "30009",
      values: {
        first_name: "Robert'); DROP TABLE candidates;--",
        last_name: "<b>O'Brien</b> & Sons",
        email_addresses: [
          { email_address: null, type: "WORK" },
          { email_address: "o'brien+jobs_2@sub.mail.example.com", type: null },
        ],
        phone_numbers: [{ phone_number: "ask my assistant", type: null }],
        social_media: [{ link: "see CV", type: null, username: null }],
      },
      ...linkTo(tags),
    },
    { remoteId: "30010", values: { first_name: "", last_name: "", email_addresses: [], phone_numbers: [] } },
  ];
}

const sharedAddress = { email_address: "anna.schmidt@mail.example.com", type: "PRIVATE" };
