import { erasedRow } from "../ats/erased-row.ts";
import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";

const counts = { demo: 120, large: 9_986 };

/** The rows of the learning system's users. */
export function userRows(source: RowSource): readonly SkeletonRow[] {
  if (source.layer === "small") return small;
  if (source.layer === "edge") return edge(source);
  return serialIds(source.layer, counts).map((remoteId) => generatedUser(remoteId, source));
}

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "learner" },
  { remoteId: "1002" },
  { remoteId: "1003" },
  { remoteId: "1004" },
  { remoteId: "1005", cast: "inactiveLearner", traits: ["inactive"] },
  { remoteId: "1006", cast: "learnerWithoutEmail", traits: ["withoutEmail"] },
  { remoteId: "1007", cast: "deletedLearner", traits: ["deleted"] },
  { remoteId: "1008", cast: "newLearner" },
  { remoteId: "1009" },
  { remoteId: "1010" },
  { remoteId: "1011" },
  { remoteId: "1012" },
  { remoteId: "1013" },
  { remoteId: "1014" },
];

function generatedUser(remoteId: string, { choices }: RowSource): SkeletonRow {
  const decide = choices(`users/${remoteId}`);
  const traits = [
    ...(decide.at("inactive").chance(0.08) ? ["inactive"] : []),
    ...(decide.at("without-email").chance(0.04) ? ["withoutEmail"] : []),
  ];
  return traits.length > 0 ? { remoteId, traits } : { remoteId };
}

const namesakes = { first_name: "Anna", last_name: "Schmidt" };

const edge = (source: RowSource): readonly SkeletonRow[] => [
  { remoteId: "30001", bare: true },
  { remoteId: "30002", traits: ["deleted"] },
  erasedRow("lms.users", "30003", source),
  { remoteId: "30004", values: { first_name: "فاطمة الزهراء", last_name: "بن عبد العزيز" } },
  { remoteId: "30005", values: { first_name: "נועה", last_name: "לוי־כהן 🦄", status: null } },
  {
    remoteId: "30006",
    values: { first_name: "Jörg-Øyvind", last_name: "Müller-Lüdenscheidt ".repeat(15).trim() },
  },
  // Two people of one name, one of whom the tool knows by an address in capitals.
  { remoteId: "30007", values: { ...namesakes, work_email: "ANNA.SCHMIDT@Company.Example.com" } },
  { remoteId: "30008", values: { ...namesakes, work_email: "o'neill+lms_2@sub.company.example.com" } },
  { remoteId: "30009", values: { first_name: "", last_name: "Mononymous", remote_created_at: null } },
];
