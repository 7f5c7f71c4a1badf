import type { Entity } from "../define-factory.ts";
import { atsApplicationStageFactory } from "./application-stages.factory.ts";
import type { JobContext } from "./job-facts.ts";
import { atsJobPostingFactory } from "./job-postings.factory.ts";
import { atsRoleFactory } from "./roles.factory.ts";
import { atsScreeningQuestionFactory } from "./screening-questions.factory.ts";
import { stageKinds } from "./stage-kinds.ts";
import { atsUserFactory } from "./users.factory.ts";

/** The stages of a job that stands alone: all of them, in their order. */
export function theStages({ seed, key, input: { date, tool } }: JobContext): Entity<"AtsJobStage">[] {
  return stageKinds.map((kind, index) => {
    const made = atsApplicationStageFactory
      .seed(seed)
      .key(`${key}/stages/${kind}`)
      .input({ date, tool, kind });
    const { id, remote_id, name, remote_data, status, custom_fields } = made.build();
    return { id, remote_id, name, remote_data, index, status, custom_fields };
  });
}

/** A question of a job that stands alone. */
export function aQuestion({ seed, key, input: { country } }: JobContext): Entity<"AtsScreeningQuestion"> {
  return atsScreeningQuestionFactory.seed(seed).key(`${key}/screening_questions`).input({ country }).build();
}

/** The posting of a job that stands alone. */
export function aPosting({ seed, key, get, input: { company } }: JobContext): Entity<"AtsJobPosting"> {
  const job = { title: get("name"), status: get("status") ?? null, visibility: get("visibility") ?? null };
  return atsJobPostingFactory.seed(seed).key(`${key}/job_postings`).input({ company, job }).build();
}

const team = [
  { kind: "recruiter", type: "RECRUITER" },
  { kind: "hiringManager", type: "HIRING_MANAGER" },
] as const;

/** A recruiter and a hiring manager, for a job that stands alone. */
export function aTeam({ seed, key, input }: JobContext): Entity<"AtsHiringTeamMember">[] {
  const { company, country, date, tool } = input;
  return team.map(({ kind, type }) => {
    const path = `${key}/hiring_team/${kind}`;
    const made = atsUserFactory.seed(seed).key(path).input({ country, date, tool, host: company.host });
    const { id, remote_id, first_name, last_name, email = null } = made.build();
    const role = atsRoleFactory.seed(seed).key(path).input({ date, tool, kind }).build();
    const { remote_label, scope, unified_type } = role;
    return {
      ...{ id, remote_id, first_name, last_name, email },
      hiring_team_roles: [type],
      job_roles: [{ remote_id: role.remote_id, remote_label, scope, unified_type }],
    };
  });
}
