import type { Choices } from "./choices.ts";

export { jobDescription, jobDescriptionHtml } from "./job-descriptions.ts";

/** Why somebody is away. */
export function absenceNote(choices: Choices): string {
  const reason = choices.at("reason").pick(absenceReasons);
  return choices.at("has-end").chance(0.55) ? `${reason} ${choices.at("end").pick(absenceEnds)}` : reason;
}

const absenceReasons = [
  ...["Summer holiday with the family.", "A long weekend in the mountains.", "Moving to a new flat."],
  ...["Visiting my parents.", "A friend's wedding.", "Appointment at the dentist.", "Down with the flu."],
  ...["Childcare, the nursery is closed.", "Waiting for the plumber.", "Days left over from last year."],
  ...["Parents' evening at school.", "Recovering from a small operation.", "Exam at evening school."],
] as const;
const absenceEnds = [
  ...["My calendar shows who covers for me.", "Back on Monday.", "I will have no laptop with me."],
  ...["Agreed with the team.", "Reachable by phone if it is urgent.", "All handovers are done."],
  ...["The doctor's note follows.", "Please move our weekly to the week after."],
] as const;

/** What a manager or an interviewer writes beside a rating, which 1 is the worst of and 5 the best. */
export function reviewComment(choices: Choices, rating: 1 | 2 | 3 | 4 | 5): string {
  const verdict = choices.at("verdict").pick(verdicts[rating]);
  return `${verdict} ${choices.at("detail").pick(rating < 3 ? concerns : rating === 3 ? mixed : strengths)}`;
}

const verdicts = {
  1: ["Not a good match.", "Clearly below what we expect.", "I would not move forward."],
  2: ["Some way to go.", "Below the bar for this level.", "I have more doubts than reasons."],
  3: ["Solid on the whole.", "Meets expectations.", "A good base to build on."],
  4: ["Strong in most respects.", "Above expectations.", "I would gladly move forward."],
  5: ["Outstanding.", "Among the best I have seen.", "Excellent all round."],
} as const;
const concerns = [
  "Examples stayed vague, even when asked twice.",
  "Struggled to explain the trade-offs behind decisions.",
  "Deadlines slipped without anybody hearing about it.",
  "Little experience with projects of this size.",
  "Feedback was taken as criticism.",
] as const;
const mixed = [
  "Knows the craft well, could take the lead more often.",
  "Reliable day to day, less so under pressure.",
  "Clear in writing, rather quiet in the room.",
  "Good instincts; the reasoning behind them needs work.",
] as const;
const strengths = [
  "Explains hard things simply and listens well.",
  "Took a difficult project over the line and kept everybody informed.",
  "Asks the right questions early.",
  "Others seek out this advice, and for good reason.",
  "Thinks of the customer first and of the team right after.",
  "Learns quickly and passes it on.",
] as const;

/** What somebody writes down about a candidate or an employee. */
export function noteContent(choices: Choices): string {
  return `${choices.at("fact").pick(noteFacts)} ${choices.at("next").pick(noteNexts)}`;
}

const noteFacts = [
  "We had a good first call.",
  "Came by recommendation of a colleague.",
  "Would like to work from home two days a week.",
  "Notice period is three months.",
  "Prefers to be called in the afternoon.",
  "Expects a salary at the upper end of the range.",
  "Portfolio looks convincing.",
  "Has another offer on the table.",
  "Speaks three languages fluently.",
  "Was in touch with us two years ago.",
] as const;
const noteNexts = [
  "I will follow up next week.",
  "Please send the details of the team beforehand.",
  "Next step is a talk with the hiring manager.",
  "Keep in mind for the role that opens in spring.",
  "References are still to be checked.",
  "Nothing else to do for now.",
  "Let us decide by Friday.",
] as const;

/** What a meeting with a candidate is called. */
export function interviewTitle(choices: Choices): string {
  const kind = choices.at("kind").pick(interviewKinds);
  return choices.at("has-with").chance(0.4) ? `${kind} ${choices.at("with").pick(interviewPartners)}` : kind;
}

const interviewKinds = [
  ...["Phone screen", "First interview", "Technical interview", "Case study", "Culture interview"],
  ...["Final interview", "Portfolio review", "Pairing session", "Presentation", "Get to know the team"],
] as const;
const interviewPartners = [
  ...["with the hiring manager", "with the team", "with the department lead", "with People", "on site"],
] as const;

/** What somebody did in the hours of a timesheet. */
export function timesheetComment(choices: Choices): string {
  return `${choices.at("task").pick(timesheetTasks)} ${choices.at("subject").pick(timesheetSubjects)}`;
}

const timesheetTasks = [
  ...["Preparing", "Meeting about", "Reviewing", "Finishing", "Follow-up on", "Planning", "Support for"],
] as const;
const timesheetSubjects = [
  ...["the quarterly report", "the office move", "the customer workshop", "the new till system"],
  ...["the release", "the audit", "the onboarding of new colleagues", "the stocktake", "the annual budget"],
  ...["the spring campaign", "the migration", "the trade fair"],
] as const;
