/** A choice that nobody published, with what else it could be. */
interface Assumption<Choice> {
  readonly question: string;
  readonly choice: Choice;
  readonly alternatives: readonly Choice[];
  readonly why: string;
}

function assumption<const Choice>(
  question: string,
  choice: NoInfer<Choice>,
  options: { readonly alternatives: readonly Choice[]; readonly why: string },
): Assumption<Choice> {
  return { question, choice, ...options };
}

/** Everything that the mock had to guess. An answer that rests on a guess names it in `x-kombo-mock-assumes`. */
export const assumptions = {
  "integration-not-found-status": assumption("Which status comes with PLATFORM.INTEGRATION_NOT_FOUND?", 404, {
    alternatives: [404, 400],
    why: "The code is published, its status is not; 404 is what the name says.",
  }),
  "inactive-status": assumption("Which status refuses work on an INACTIVE integration?", 409, {
    alternatives: [409, 403],
    why: "The other setup states answer 409 since May 2026.",
  }),
  "invalid-status": assumption(
    "Which status refuses a direct call with stored credentials that the tool rejects?",
    401,
    {
      alternatives: [401, 409],
      why: "It is an authentication failure; the null code tells it apart from a wrong API key.",
    },
  ),
  "no-code-for-integration-state": assumption(
    "Which code do force-sync, passthrough, LMS and custom operations answer for the state of an integration, and for values that the tool rejects?",
    null,
    {
      alternatives: [null],
      why: "Their error family has PLATFORM codes only; another code would break the SDKs' parsers.",
    },
  ),
  "unknown-record-status": assumption("What does a well-formed but unknown id in a path answer?", 404, {
    alternatives: [404, 400],
    why: "No code exists for it; 404 with a null code, or 400 with PLATFORM.INPUT_INVALID.",
  }),
  "bad-cursor": assumption("What does a cursor answer that no page gave out?", 400, {
    alternatives: [400],
    why: "It is input that the API cannot read.",
  }),
  "updated-after-boundary": assumption(
    "Does `updated_after` include a record that changed at that very instant?",
    "inclusive",
    {
      alternatives: ["inclusive", "exclusive"],
      why: "Inclusive loses nothing for clients that store the start of their last fetch.",
    },
  ),
  "not-available-status": assumption(
    "Which status comes with MODEL_NOT_AVAILABLE and ACTION_NOT_AVAILABLE?",
    400,
    { alternatives: [400, 501], why: "The codes are published, their status is not." },
  ),
  "reads-while-invalid": assumption(
    "Do reads work while the tool rejects the stored credentials (status INVALID)?",
    true,
    { alternatives: [true, false], why: "Syncs are paused, the data of the last one is still there." },
  ),
  "write-visibility": assumption(
    "When do reads show a write that answers no record, such as a moved stage or a note?",
    "now",
    {
      alternatives: ["now", "after-sync"],
      why: "Unpublished; at once is what tests want, and `after-sync` is there for code that must not rely on it.",
    },
  ),
  "overlapping-absences": assumption(
    "Does the tool take an absence on days on which the employee is away already?",
    "refuse",
    { alternatives: ["refuse", "accept"], why: "Most tools refuse it, with REMOTE.INPUT_INVALID." },
  ),
  "absence-beyond-balance": assumption(
    "Does the tool take an absence that is longer than the employee's balance?",
    "refuse",
    { alternatives: ["refuse", "accept"], why: "Tools with balances refuse it; types without one take any." },
  ),
  "balances-follow-absences": assumption(
    "When do balances show an absence that was approved or deleted through the API?",
    "after-sync",
    {
      alternatives: ["after-sync", "now", "never"],
      why: "The tool counts at once, and the next sync brings its count.",
    },
  ),
  prehires: assumption(
    "Which tools make a pre-hire from the employee form, so that the employee comes with a later sync?",
    "some",
    {
      alternatives: ["some", "none", "all"],
      why: "Some do, but no list is published; here Workday, SAP SuccessFactors and ADP do.",
    },
  ),
  "write-to-deleted-record": assumption(
    "What does a write to a record answer that is deleted in the tool, but still known?",
    "REMOTE.INPUT_INVALID",
    {
      alternatives: ["REMOTE.INPUT_INVALID", "unknown-record"],
      why: "The tool finds nothing under the id; or it is treated like an id that was never known.",
    },
  ),
  "missing-required-answer": assumption(
    "What happens when an application lacks the answer to a required screening question?",
    "refuse",
    {
      alternatives: ["refuse", "fill"],
      why: "It is an error, unless the vendor's beta fills in a default: a dash, 0 or the least number, true, the first option, today, an empty file.",
    },
  ),
  "known-candidate-values": assumption(
    "What becomes of a known candidate's values when the same person applies to another job?",
    "keep",
    {
      alternatives: ["keep", "replace"],
      why: "Tools find people by their e-mail address; whether they take over new values differs.",
    },
  ),
  "attachment-limits-code": assumption(
    "Which code refuses an attachment that the tool does not take, by its type, size or number?",
    "REMOTE.INPUT_INVALID",
    {
      alternatives: ["REMOTE.INPUT_INVALID", "PLATFORM.INPUT_INVALID"],
      why: "The limits are the tool's own, and GET /ats/actions/… tells them.",
    },
  ),
  "attachment-urls-are-fetched": assumption(
    "Is the `data_url` of a file fetched while the call is handled?",
    false,
    {
      alternatives: [false],
      why: "The vendor does; the mock calls nobody. It keeps the address and serves a placeholder in place of the file.",
    },
  ),
  "files-per-candidate": assumption(
    "Which tools keep files with the candidate only, so that an application's list shows the candidate's?",
    "some",
    {
      alternatives: ["some", "none", "all"],
      why: "Some do, but no list is published; here Teamtailor, Recruitee and JazzHR do.",
    },
  ),
  "rejected-application-moved": assumption(
    "Does moving a rejected application to a stage make it pending again?",
    false,
    { alternatives: [false, true], why: "Some tools do, most keep the rejection." },
  ),
  "tracked-application-of-another-tool": assumption(
    "What does an import of a tracked application answer whose block is another tool's?",
    "refuse",
    {
      alternatives: ["refuse", "warning"],
      why: "It can import nothing; with a warning it would do so silently.",
    },
  ),
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
  "optional-counts-as-enabled": assumption(
    "Is a datapoint available whose scope setting is OPTIONAL?",
    true,
    {
      alternatives: [true, false],
      why: "The customer was asked and did not opt out.",
    },
  ),
  "activation-token-minutes": assumption("For how many minutes can an activation token be redeemed?", 60, {
    alternatives: [60, 5, 1440],
    why: "Only `short-lived` is published. Redeeming one twice works.",
  }),
  "sync-seconds": assumption("How many seconds does a sync take?", 3, {
    alternatives: [3, 0, 60],
    why: "Real ones take minutes to hours; three seconds are enough to see both states.",
  }),
  "days-until-invalid": assumption(
    "For how many days do syncs fail to authenticate before an integration becomes INVALID?",
    3,
    {
      alternatives: [3, 1, 0],
      why: "Three days in a row are published, not how they are counted: here from the first failure, with none that succeeded since.",
    },
  ),
  "rate-limit": assumption("How many requests does a window allow, and whom does it count?", 300, {
    alternatives: [300, 60, 1_000],
    why: "A published sample shows 300. Who shares them is not published; here all requests of an environment do. Enforced only when asked for.",
  }),
  "rate-limit-window": assumption("How many seconds is a window of the rate limit long?", 60, {
    alternatives: [60, 1, 3_600],
    why: "A published sample has 57 seconds left. Here a window begins with its first request.",
  }),
  "custom-input-rules": assumption(
    "Do DATEV and Silae refuse input that the document allows but their programs cannot take?",
    "strict",
    {
      alternatives: ["strict", "document-only"],
      why: "Unpublished. Refused are a file or rows for another client or program, pay types that are no whole number from 1 to 9999, a sick leave that has not begun, and a supplement without one value.",
    },
  ),
  "datev-eau-answer-hours": assumption(
    "How many hours does a health insurer take to answer an eAU request?",
    24,
    {
      alternatives: [24, 0, 1],
      why: "Real ones take a day or more; with 0 the answer is there at once.",
    },
  ),
  "datev-sick-notes": assumption("Which sick notes does the health insurer have?", "absences", {
    alternatives: ["absences", "always"],
    why: "One for each sick leave among the employee's absences, so that a request for another day finds none; or one for any day that is asked about.",
  }),
  "datev-import-hours": assumption("How many hours does an accountant take to import what was pushed?", 24, {
    alternatives: [24, 0, 1],
    why: "Until then an upload job is UPLOADED, from then on IMPORTED.",
  }),
  "datev-push-without-permission": assumption(
    "What does a push come to while DATEV's side does not take any data?",
    "failed-upload",
    {
      alternatives: ["failed-upload", "refuse"],
      why: "An upload job can be FAILED, which says that the file could not be sent.",
    },
  ),
  "datev-payroll-day": assumption("From which day of a month on do its payroll documents exist?", 25, {
    alternatives: [25, 1, 15],
    why: "Payrolls run near the end of the month.",
  }),
  "passthrough-without-answer": assumption(
    "What does the tool answer to a passthrough request that nothing was set for?",
    404,
    {
      alternatives: [404, 200],
      why: "The mock does not know the tool's API; the data says how to set an answer.",
    },
  ),
  "writes-are-announced": assumption(
    "Does a write through the API make a `data-changed` webhook, as a change in the tool does?",
    true,
    {
      alternatives: [true, false],
      why: "The written record is in the vendor's store at once, which is what the webhook tells of.",
    },
  ),
  "models-announced-by-name": assumption("Which models does `data-changed` name?", "published", {
    alternatives: ["published"],
    why: 'Those of its published list: no assessment orders, and with `emit: "all-generations"` no skills and notes, whose names older SDKs refuse.',
  }),
  "posting-read-seconds": assumption("After how many seconds is the form of a posting read?", 5, {
    alternatives: [5, 0, 60],
    why: "It is said to happen in the background, five at a time; no time is published.",
  }),
  "posting-outcome": assumption("Which postings become UNAVAILABLE?", "by-url", {
    alternatives: ["by-url", "none"],
    why: "Nothing is fetched. One whose URL holds `unavailable` cannot be read, so that both outcomes can be tested.",
  }),
  "application-submit-seconds": assumption(
    "After how many seconds is it known what became of an application?",
    5,
    {
      alternatives: [5, 0, 60],
      why: "It is said to happen in the background; no time is published.",
    },
  ),
  "application-outcome": assumption("Which applications become FAILED?", "by-email", {
    alternatives: ["by-email", "none"],
    why: "Nothing is submitted. One whose candidate_email has `fail` before the @ fails, as does one to a posting that is over by then; a second one to the same posting is a DUPLICATE.",
  }),
  "unapplyable-posting-status": assumption(
    "What does an inquiry or an application answer for a posting that is not APPLYABLE?",
    400,
    {
      alternatives: [400, 409],
      why: "No code exists for it; 400 with PLATFORM.INPUT_INVALID, or 409 with a null code.",
    },
  ),
  "import-with-faulty-lines": assumption(
    "What becomes of an import with lines that are no postings?",
    "refuse",
    {
      alternatives: ["refuse", "skip"],
      why: "To skip them would archive postings because of a typing mistake.",
    },
  ),
  "archived-posting-in-import": assumption(
    "What becomes of a posting that had left its job feed and is in a later import?",
    "read-again",
    {
      alternatives: ["read-again", "stays"],
      why: "It is there again, so it is PENDING and read as if it were new. What was archived for another reason stays so.",
    },
  ),
  "webhook-success": assumption("Which answers of a receiver count as received?", "2xx", {
    alternatives: ["2xx", "200"],
    why: "Only 200 is published; other successes are usual.",
  }),
  "webhook-retries": assumption("How often is a webhook sent again that did not arrive?", 3, {
    alternatives: [3, 2, 1, 0],
    why: "Unpublished. The mock sends it again after 10 seconds, 1 minute and 10 minutes of its clock; an inline assessment order never, as its candidate waits.",
  }),
} as const;

/** The name of a guess. */
export type AssumptionName = keyof typeof assumptions;

/** Other choices than the mock's own, by the name of the guess. */
export type Assume = {
  readonly [Name in AssumptionName]?: (typeof assumptions)[Name]["alternatives"][number];
};

/** What is chosen for a guess. */
export type Choice<Name extends AssumptionName> = (typeof assumptions)[Name]["alternatives"][number];

/** Reads the choice for a guess: the user's, or else the mock's own. */
export function choiceOf<Name extends AssumptionName>(assume: Assume, name: Name): Choice<Name> {
  return assume[name] ?? assumptions[name].choice;
}

/** Fails when an option names a guess that does not exist, or a choice that is none of its alternatives. */
export function assertAssume(assume: Readonly<Record<string, unknown>>): void {
  for (const [name, choice] of Object.entries(assume)) {
    if (!(name in assumptions)) {
      throw new Error(`assume: there is no "${name}". There are: ${Object.keys(assumptions).join(", ")}.`);
    }
    const { alternatives } = assumptions[name as AssumptionName];
    if (!(alternatives as readonly unknown[]).includes(choice)) {
      throw new Error(
        `assume: "${name}" must be one of ${alternatives.join(", ")}, but is ${String(choice)}.`,
      );
    }
  }
}
