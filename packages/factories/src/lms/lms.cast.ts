const user = (description: string) => ({ collection: "lms.users", description }) as const;
const course = (description: string) => ({ collection: "lms.courses", description }) as const;
const progression = (description: string) =>
  ({ collection: "lms.course-progressions", description }) as const;

/** The records of the small world's learning system that tests ask for by name. */
export const lmsCast = {
  learner: user("A user of the learning system who takes several courses."),
  newLearner: user("A user who has not been enrolled in anything yet."),
  learnerWithoutEmail: user("A user of the learning system without a work address."),
  inactiveLearner: user("A user whose account is out of use."),
  deletedLearner: user("A user who was deleted in the tool some days ago."),
  course: course("A course of a provider, with one revision that learners can take."),
  courseWithSeveralRevisions: course("A course with a newer revision that took the place of an older one."),
  upsertedCourse: course("A course that was added through the API, with an id of your own."),
  deactivatedCourse: course("A course that takes no new learners: its only revision is INACTIVE."),
  courseWithoutRevisions: course("A course without any revision, so that nobody can be enrolled in it."),
  courseWithoutProvider: course("A course of which the tool does not tell who offers it."),
  courseRevision: {
    collection: "lms.course-revisions",
    description: "A course revision that learners can take.",
  },
  inactiveRevision: {
    collection: "lms.course-revisions",
    description: "A course revision that learners can no longer take.",
  },
  courseProvider: { collection: "lms.course-providers", description: "Somebody who offers courses." },
  taughtSkill: { collection: "lms.skills", description: "A skill that a course teaches." },
  assignedProgression: progression("Somebody was enrolled and has not begun: ENROLLED."),
  startedProgression: progression("Somebody has begun: IN_PROGRESS."),
  completedProgression: progression("Somebody is done: COMPLETED."),
  droppedProgression: progression("Somebody gave up: DROPPED."),
} as const;
