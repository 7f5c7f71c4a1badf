import { assumption } from "../request/assumption.ts";

/** What nobody published about AI Apply. */
export const aiApplyGuesses = {
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
} as const;
