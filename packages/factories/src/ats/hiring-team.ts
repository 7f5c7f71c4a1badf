import type { Choices } from "../choices.ts";
import type { SkeletonLink } from "../worlds/skeleton.ts";
import { smallRoleIds } from "./roles.collection.ts";
import { bareUserId, deletedUserId, type Staff } from "./users.rows.ts";

const roles = {
  RECRUITER: smallRoleIds.recruiter,
  HIRING_MANAGER: smallRoleIds.hiringManager,
  COORDINATOR: smallRoleIds.coordinator,
  SOURCER: smallRoleIds.sourcer,
  INTERVIEWER: smallRoleIds.interviewer,
} as const;

type Task = keyof typeof roles;

/** Somebody of a hiring team, with the roles on the job, in the old way and the new. */
function member(remoteId: string, tasks: readonly Task[]): SkeletonLink {
  return {
    remoteId,
    values: { hiring_team_roles: tasks },
    links: { job_role_links: tasks.map((task) => ({ remoteId: roles[task] })) },
  };
}

/** Who fills a job: a recruiter and a hiring manager, and often others; whoever has two tasks stands there once. */
export function hiringTeam(decide: Choices, { recruiters, others }: Staff): readonly SkeletonLink[] {
  const tasks: readonly (readonly [Task, string])[] = [
    ["RECRUITER", decide.at("recruiter").pick(recruiters)],
    ["HIRING_MANAGER", decide.at("manager").pick(others)],
    ...sometimes("COORDINATOR", { decide, share: 0.3, people: recruiters }),
    ...sometimes("SOURCER", { decide, share: 0.2, people: recruiters }),
    ...sometimes("INTERVIEWER", { decide, share: 0.7, people: others }),
  ];
  const byPerson = Map.groupBy(tasks, ([, person]) => person);
  return [...byPerson].map(([person, own]) =>
    member(
      person,
      own.map(([task]) => task),
    ),
  );
}

function sometimes(
  task: Task,
  { decide, share, people }: { decide: Choices; share: number; people: readonly string[] },
): readonly (readonly [Task, string])[] {
  const choices = decide.at(task.toLowerCase());
  return choices.at("whether").chance(share) ? [[task, choices.pick(people)]] : [];
}

/** The team of the open job: the cast's recruiter and hiring manager, who is an interviewer too, and another one. */
export const openJobTeam: readonly SkeletonLink[] = [
  member("1001", ["RECRUITER"]),
  member("1002", ["HIRING_MANAGER", "INTERVIEWER"]),
  member("1008", ["INTERVIEWER"]),
];

/** A team with people of whom nothing is known, who are gone, and who do nothing. */
export const unusualTeam: readonly SkeletonLink[] = [
  member(bareUserId, ["INTERVIEWER"]),
  member(deletedUserId, ["HIRING_MANAGER"]),
  member("30004", []),
  member("30005", ["RECRUITER", "COORDINATOR", "SOURCER"]),
];
