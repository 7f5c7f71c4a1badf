/** What a course is about. */
export interface CourseSubject {
  readonly title: string;
  readonly description: string;
  /** A skill that it teaches, by the skill's name; null where it is taken by duty. */
  readonly skill: string | null;
}

const subject = (title: string, skill: string | null, description: string): CourseSubject => ({
  title,
  description,
  skill,
});

/** What courses of a company are about, the small world's first. */
export const courseSubjects: readonly CourseSubject[] = [
  subject("Fire safety at work", null, "What to do before, during and after a fire alarm."),
  subject("Data protection basics", "Data protection", "Which data is personal, and how to handle it."),
  subject("First aid refresher", "First aid", "The first five minutes, practised on a doll."),
  subject("Feedback that helps", "Communication", "Saying what went wrong so that it goes better next time."),
  subject(
    "Spreadsheets, advanced",
    "Data analysis",
    "Pivot tables, look-ups and charts that tell something.",
  ),
  subject("Leading a small team", "Leadership", "The first hundred days of somebody who leads others."),
  subject("Phishing and passwords", "IT security", "How attacks begin, and the habits that stop them."),
  subject("English for meetings", "English", "Phrases for opening, disagreeing and wrapping up."),
  subject("Lifting and carrying", null, "How backs stay healthy in the warehouse and at home."),
  subject("Onboarding: who we are", null, "The company, its customers and where to find what."),
  subject("Project planning", "Project management", "From a goal to tasks that somebody really does."),
  subject("Negotiating with suppliers", "Negotiation", "Preparing, opening and closing a deal that lasts."),
  subject("Writing for the web", "Communication", "Short texts that are read to their end."),
  subject("Accounting for everybody", "Accounting", "What a balance sheet says, and what it hides."),
  subject("Presentations without fear", "Public speaking", "Structure, slides and a calm voice."),
  subject("Working safely on ladders", null, "Choosing, checking and climbing them."),
  subject("Statistics at a glance", "Data analysis", "Means, medians and the mistakes between them."),
  subject("Difficult conversations", "Leadership", "Preparing for talks that nobody looks forward to."),
  subject("French for beginners", "French", "Greetings, numbers and ordering lunch."),
  subject("Code of conduct", null, "Gifts, conflicts of interest and whom to ask."),
  subject("Hygiene in the kitchen", null, "Cooling chains, clean hands and labels."),
  subject("Customer calls", "Communication", "Listening first, promising only what can be kept."),
  subject("Cloud costs", "IT security", "Where the money goes, and how to be told in time."),
  subject("Remote teams", "Leadership", "Trust, rhythm and writing things down."),
];

/** The skills that those courses teach, the small world's first. */
export const learnableSkills: readonly string[] = [
  ...["Data protection", "First aid", "Communication", "Data analysis", "Leadership", "IT security"],
  ...["English", "Project management", "Negotiation", "Accounting", "Public speaking", "French"],
];
