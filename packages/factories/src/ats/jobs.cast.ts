/** The small world's jobs and what belongs to them, by the case that each stands for. */
export const jobsCast = {
  openJob: {
    collection: "ats.jobs",
    description: "A job that people can apply for, with six stages, questions, a posting and a hiring team.",
  },
  closedJob: { collection: "ats.jobs", description: "A job that takes no more applications." },
  draftJob: { collection: "ats.jobs", description: "A job that is being prepared and was never opened." },
  archivedJob: { collection: "ats.jobs", description: "A job that was put away." },
  confidentialJob: {
    collection: "ats.jobs",
    description: "An open job that only those who fill it may know of, without a posting.",
  },
  jobClosingLater: {
    collection: "ats.jobs",
    description: "A job that is still open and closes after the world's date.",
  },
  jobWithEveryQuestion: {
    collection: "ats.jobs",
    description: "A job with a question of every format, category and condition.",
  },
  remoteJob: { collection: "ats.jobs", description: "A job that is done from anywhere in the country." },
  jobWithoutQuestions: { collection: "ats.jobs", description: "A job whose applicants are asked nothing." },
  unmappedJobStatus: {
    collection: "ats.jobs",
    description: "A job whose status passes through in the tool's own words.",
  },
  jobWithoutSalary: { collection: "ats.jobs", description: "A job of whose salary nothing is known." },
  deletedJob: { collection: "ats.jobs", description: "A job that is gone from the tool since a few days." },
  firstStage: {
    collection: "ats.application-stages",
    description: "The stage in which the open job begins.",
  },
  lastStage: { collection: "ats.application-stages", description: "The stage in which the open job ends." },
  activePosting: { collection: "ats.job-postings", description: "The published ad of the open job." },
  draftPosting: { collection: "ats.job-postings", description: "The ad of the draft, not yet published." },
  recruiter: { collection: "ats.users", description: "The recruiter of the open job." },
  hiringManager: {
    collection: "ats.users",
    description: "The hiring manager of the open job, who also interviews.",
  },
  inactiveUser: { collection: "ats.users", description: "A user whose account cannot be used." },
  userWithoutEmail: { collection: "ats.users", description: "A user of whom no e-mail address is known." },
  jobRole: { collection: "ats.roles", description: "A role on single jobs: recruiter." },
  systemRole: { collection: "ats.roles", description: "A role in the whole tool: administrator." },
  tag: { collection: "ats.tags", description: "A label that candidates can have." },
  rejectionReason: {
    collection: "ats.rejection-reasons",
    description: "A reason that can be given when an application is rejected.",
  },
} as const;
