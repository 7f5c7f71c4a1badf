/** The steps of hiring, in their order. */
export const stageKinds = ["applied", "screening", "interview", "secondInterview", "offer", "hired"] as const;

/** What a stage is for, whatever its tool calls it. */
export type StageKind = (typeof stageKinds)[number];

type Names = Readonly<Record<StageKind, readonly string[]>>;

const usual: Names = {
  applied: ["Applied", "New", "Inbox"],
  screening: ["Screening", "CV review"],
  interview: ["Interview", "First interview"],
  secondInterview: ["Second interview", "Team interview"],
  offer: ["Offer"],
  hired: ["Hired"],
};

const greenhouse: Names = {
  applied: ["Application Review"],
  screening: ["Preliminary Phone Screen"],
  interview: ["Phone Interview"],
  secondInterview: ["Face to Face"],
  offer: ["Offer"],
  hired: ["Hired"],
};

/** What tools call the stages of a new job before anybody renames them. */
const ofTools: Readonly<Record<string, Names>> = {
  greenhouse,
  greenhousev3: greenhouse,
  lever: {
    applied: ["New applicant"],
    screening: ["Recruiter screen"],
    interview: ["Phone interview"],
    secondInterview: ["On-site interview"],
    offer: ["Offer"],
    hired: ["Hired"],
  },
  ashby: {
    applied: ["Application Review"],
    screening: ["Recruiter Screen"],
    interview: ["Technical Interview", "Hiring Manager Interview"],
    secondInterview: ["Onsite"],
    offer: ["Offer"],
    hired: ["Hired"],
  },
  smartrecruiters: {
    applied: ["NEW"],
    screening: ["IN_REVIEW"],
    interview: ["INTERVIEW"],
    secondInterview: ["INTERVIEW - On-site"],
    offer: ["OFFERED"],
    hired: ["HIRED"],
  },
  workable: {
    applied: ["Applied"],
    screening: ["Phone Screen"],
    interview: ["Interview"],
    secondInterview: ["Executive Interview"],
    offer: ["Offer"],
    hired: ["Hired"],
  },
};

/** What a tool may call a stage. */
export function stageNames(kind: StageKind, tool: string): readonly string[] {
  return (ofTools[tool] ?? usual)[kind];
}
