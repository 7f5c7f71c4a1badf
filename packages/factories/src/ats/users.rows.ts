import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonLink, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { smallRoleIds } from "./roles.collection.ts";

const { admin, recruitingUser, limitedUser } = smallRoleIds;

const withRoles = (...ids: readonly string[]) => ({
  links: { system_role_links: ids.map((remoteId): SkeletonLink => ({ remoteId })) },
});

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "recruiter", ...withRoles(recruitingUser) },
  { remoteId: "1002", cast: "hiringManager", ...withRoles(limitedUser) },
  { remoteId: "1003", ...withRoles(admin, recruitingUser) },
  { remoteId: "1004", cast: "inactiveUser", traits: ["inactive"], ...withRoles(limitedUser) },
  { remoteId: "1005", cast: "userWithoutEmail", traits: ["withoutEmail"], ...withRoles(limitedUser) },
  { remoteId: "1006", ...withRoles(limitedUser) },
  { remoteId: "1007", ...withRoles(recruitingUser) },
  { remoteId: "1008", ...withRoles() },
];

/** The deleted user of the edge world, who still stands in a hiring team. */
export const deletedUserId = "30002";

/** A user of whom the tool tells nothing, in a hiring team of the edge world. */
export const bareUserId = "30001";

const edge = (source: RowSource): readonly SkeletonRow[] => [
  { remoteId: bareUserId, bare: true },
  { remoteId: deletedUserId, traits: ["deleted"], ...withRoles(admin) },
  erasedRow("ats.users", "30003", source),
  {
    remoteId: "30004",
    values: { first_name: "فاطمة الزهراء", last_name: "بن عبد العزيز" },
    ...withRoles(limitedUser),
  },
  {
    remoteId: "30005",
    values: { first_name: "נועה", last_name: "לוי־כהן 🦄" },
    ...withRoles(recruitingUser),
  },
  {
    remoteId: "30006",
    values: {
      first_name: "Jörg-Øyvind",
      last_name: "Müller-Lüdenscheidt ".repeat(15).trim(),
      email: longEmail,
    },
    ...withRoles(limitedUser),
  },
  // Two people of one name, and a role that the tool has since removed.
  { remoteId: "30007", values: namesakes, ...withRoles(limitedUser, "30002") },
  {
    remoteId: "30008",
    values: { ...namesakes, email: "o'neill+hr_2@sub.company.example.com" },
    ...withRoles(),
  },
];

const longEmail = `${"very-".repeat(11)}long@${"a".repeat(40)}.example.com`;
const namesakes = { first_name: "Anna", last_name: "Schmidt" };

const counts = { demo: 22, large: 300 };

/** The rows of the people who work with the tool. */
export function userRows(source: RowSource): readonly SkeletonRow[] {
  if (source.layer === "small") return small;
  if (source.layer === "edge") return edge(source);
  return serialIds(source.layer, counts).map((remoteId) => generatedUser(remoteId, source));
}

function generatedUser(remoteId: string, { choices }: RowSource): SkeletonRow {
  const decide = choices(`users/${remoteId}`);
  const role = decide.at("recruits").chance(0.3) ? recruitingUser : limitedUser;
  const roles = [...(decide.at("admin").chance(0.08) ? [admin] : []), role];
  const isInactive = decide.at("inactive").chance(0.1);
  const isWithoutEmail = decide.at("without-email").chance(0.05);
  const traits = [...(isInactive ? ["inactive"] : []), ...(isWithoutEmail ? ["withoutEmail"] : [])];
  const links = decide.at("without-roles").chance(0.1) ? withRoles() : withRoles(...roles);
  return traits.length > 0 ? { remoteId, traits, ...links } : { remoteId, ...links };
}

/** The people of whom hiring teams are made. */
export interface Staff {
  readonly recruiters: readonly string[];
  readonly others: readonly string[];
}

/** The users whom the next hiring team can be made of: all who still have an account that works. */
export function staffOf(rows: readonly SkeletonRow[]): Staff {
  const present = rows.filter(({ bare, traits = [] }) => !bare && !traits.some((trait) => isGone.has(trait)));
  const recruits = ({ links }: SkeletonRow) =>
    links?.["system_role_links"]?.some(({ remoteId }) => remoteId === recruitingUser) ?? false;
  const idsOf = (wanted: boolean) =>
    present.filter((row) => recruits(row) === wanted).map(({ remoteId }) => remoteId);
  return { recruiters: idsOf(true), others: idsOf(false) };
}

const isGone: ReadonlySet<string> = new Set(["inactive", "deleted"]);
