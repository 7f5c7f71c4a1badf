import { assumption } from "../request/assumption.ts";

/** What nobody published about operations of one tool. */
export const customGuesses = {
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
} as const;
