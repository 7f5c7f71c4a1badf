import { aiApplyGuesses } from "../ai-apply/ai-apply.guesses.ts";
import { customGuesses } from "../custom/custom.guesses.ts";
import { lmsGuesses } from "../lms/lms.guesses.ts";
import { webhookGuesses } from "../webhooks/webhook.guesses.ts";
import { assumption } from "./assumption.ts";

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
  "passthrough-without-answer": assumption(
    "What does the tool answer to a passthrough request that nothing was set for?",
    404,
    {
      alternatives: [404, 200],
      why: "The mock does not know the tool's API; the data says how to set an answer.",
    },
  ),
  ...webhookGuesses,
  ...lmsGuesses,
  ...customGuesses,
  ...aiApplyGuesses,
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
