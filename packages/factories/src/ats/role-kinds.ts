import type { Entity } from "../define-factory.ts";

interface Kind {
  readonly scope: NonNullable<Entity<"AtsRole">["scope"]>;
  readonly type: Entity<"AtsRole">["unified_type"];
  readonly labels: readonly string[];
}

/** Roles as recruiting tools have them: those on single jobs first, then those in the whole tool. */
export const roleKinds = {
  hiringManager: { scope: "JOB", type: "HIRING_MANAGER", labels: ["Hiring Manager"] },
  recruiter: { scope: "JOB", type: "RECRUITER", labels: ["Recruiter", "Talent Acquisition Partner"] },
  coordinator: { scope: "JOB", type: "COORDINATOR", labels: ["Coordinator", "Recruiting Coordinator"] },
  interviewer: { scope: "JOB", type: "INTERVIEWER", labels: ["Interviewer", "Interview Panel"] },
  sourcer: { scope: "JOB", type: "SOURCER", labels: ["Sourcer", "Talent Sourcer"] },
  approver: { scope: "JOB", type: null, labels: ["Approver", "Budget Approver"] },
  admin: { scope: "SYSTEM", type: "ADMIN", labels: ["Administrator", "Account Admin"] },
  recruitingUser: { scope: "SYSTEM", type: "RECRUITER", labels: ["Recruiting User", "Full Access"] },
  limitedUser: { scope: "SYSTEM", type: null, labels: ["Limited Access", "Hiring Member"] },
  complianceUser: { scope: "SYSTEM", type: null, labels: ["Compliance Auditor", "Read Only"] },
} as const satisfies Record<string, Kind>;

/** What a role is for, whatever its tool calls it. */
export type RoleKind = keyof typeof roleKinds;

/** Where a tool has its own word for a role. */
const wordsOfTools: Readonly<Record<string, Partial<Readonly<Record<RoleKind, string>>>>> = {
  greenhouse: { admin: "Site Admin", recruitingUser: "Job Admin", limitedUser: "Basic" },
  greenhousev3: { admin: "Site Admin", recruitingUser: "Job Admin", limitedUser: "Basic" },
  lever: { admin: "Super Admin", recruitingUser: "Team Member", limitedUser: "Limited Team Member" },
  smartrecruiters: { admin: "Administrator", recruitingUser: "Extended", limitedUser: "Standard" },
  teamtailor: { admin: "Company Admin", recruitingUser: "Recruitment Admin", limitedUser: "Designer" },
  workable: { admin: "Admin", recruitingUser: "Recruiter", limitedUser: "Reviewer" },
};

/** What a tool may call a role. */
export function roleLabels(kind: RoleKind, tool: string): readonly string[] {
  const own = wordsOfTools[tool]?.[kind];
  return own === undefined ? roleKinds[kind].labels : [own];
}
