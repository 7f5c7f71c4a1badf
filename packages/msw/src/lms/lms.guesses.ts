import { assumption } from "../request/assumption.ts";

/** What nobody published about learning systems. */
export const lmsGuesses = {
  "duplicate-enrolment": assumption(
    "What does enrolling a user answer who is enrolled in the revision and has not ended it?",
    409,
    {
      alternatives: [409, 400, "accept"],
      why: "The tool has the enrolment already; no code exists for it, so that the status stands alone.",
    },
  ),
  "enrolment-of-inactive": assumption(
    "Does the tool enrol a user whose account is INACTIVE, or anybody in a revision that is?",
    "refuse",
    { alternatives: ["refuse", "accept"], why: "A deactivated course is closed to new learners." },
  ),
  "completion-of-ended-progression": assumption(
    "What does completing a progression do that is COMPLETED or DROPPED already?",
    "accept",
    {
      alternatives: ["accept", "refuse"],
      why: "Content providers repeat what they report; the last report counts.",
    },
  ),
  "course-upsert-seconds": assumption("How many seconds does an upsert of courses take?", 1, {
    alternatives: [1, 0, 60],
    why: "Only `in the background` is published; one second is enough to see both states.",
  }),
  "course-updates": assumption(
    "Which tools update a course that exists already, instead of failing the item?",
    "some",
    {
      alternatives: ["some", "none", "all"],
      why: "The code LMS.COURSE_UPDATE_NOT_SUPPORTED says that some cannot, but no list is published; here TalentLMS and Moodle cannot.",
    },
  ),
  "updated-course-revision": assumption(
    "Does an update of a course change its revision or add one?",
    "same",
    {
      alternatives: ["same", "new"],
      why: "The course's content stays with the provider, so that learners go on where they were.",
    },
  ),
  "upsert-of-deactivated-course": assumption(
    "Does an upsert of a deactivated course open it again?",
    "activate",
    { alternatives: ["activate", "keep"], why: "There is no other call that could." },
  ),
  "course-without-web-address": assumption(
    "What becomes of an item whose course_url or thumbnail_url is no web address?",
    "fail",
    {
      alternatives: ["fail", "accept"],
      why: "The document takes any text, and a tool that links to it does not: the item fails with REMOTE.INPUT_INVALID.",
    },
  ),
  "course-task-hours": assumption("For how many hours can an ended upsert of courses be asked for?", 24, {
    alternatives: [24, 1, 168],
    why: "Unpublished; after that the task is unknown.",
  }),
} as const;
