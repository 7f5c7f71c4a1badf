import type { Choices } from "./choices.ts";

/** A posting in plain text: who is looking for whom, what there is to do, and what is offered. */
export function jobDescription(choices: Choices, title: string, company: string): string {
  const { opening, tasks, wanted, offer } = posting(choices, title, company);
  return [
    opening,
    ["What you will do:", ...tasks.map((task) => `- ${task}`)].join("\n"),
    ["What you bring:", ...wanted.map((wish) => `- ${wish}`)].join("\n"),
    offer,
  ].join("\n\n");
}

/** The same posting in HTML. */
export function jobDescriptionHtml(choices: Choices, title: string, company: string): string {
  const { opening, tasks, wanted, offer } = posting(choices, title, company);
  const list = (items: readonly string[]) =>
    `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join("")}</ul>`;
  return [
    `<p>${escaped(opening)}</p>`,
    `<h3>What you will do</h3>${list(tasks)}`,
    `<h3>What you bring</h3>${list(wanted)}`,
    `<p>${escaped(offer)}</p>`,
  ].join("");
}

interface Posting {
  readonly opening: string;
  readonly tasks: readonly string[];
  readonly wanted: readonly string[];
  readonly offer: string;
}

function posting(choices: Choices, title: string, company: string): Posting {
  const opening = choices.at("opening").pick(openings);
  const filled = opening.split("{title}").join(title).split("{company}").join(company);
  return {
    opening: `${filled} ${choices.at("about").pick(abouts)}`,
    tasks: tasks.map((options, index) => choices.at(`task/${index}`).pick(options)),
    wanted: wishes.map((options, index) => choices.at(`wish/${index}`).pick(options)),
    offer: `${choices.at("offer").pick(offers)} ${choices.at("closing").pick(closings)}`,
  };
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

const openings = [
  "{company} has a new position to fill: {title}.",
  "Join {company}! The position: {title}.",
  "{company} is growing, and one position is still open: {title}.",
  "We are {company}, and this could be your next position: {title}.",
] as const;
const abouts = [
  "We are a team of people who like to see what their work is good for.",
  "Our customers trust us with what matters to them, and we mean to keep it so.",
  "You will join a small team with short ways and plenty of say.",
  "You will work with colleagues from several countries, at the office or at home.",
  "After a few good years we have plans for many more.",
] as const;

/** A posting takes one line of each list, so that none can come twice. */
const tasks = [
  [
    "Own your area from the first idea to the result",
    "Take over a running project and bring it home",
    "Build on what works and change what does not",
  ],
  [
    "Work closely with colleagues in other departments",
    "Be the contact for our customers and partners",
    "Share what you know, and learn from others",
  ],
  [
    "Keep an eye on quality, budget and dates",
    "Prepare decisions with facts and figures",
    "Make our ways of working a little better each month",
  ],
] as const;
const wishes = [
  [
    "Some years of experience in a similar position",
    "A finished apprenticeship or degree, or what you taught yourself",
    "First experience, and the wish to gain more",
  ],
  [
    "A careful way of working, also when things get busy",
    "The courage to ask when something is unclear",
    "Pleasure in finding simple answers",
  ],
  [
    "Good English, spoken and written",
    "Ease with the usual office software",
    "The readiness to travel now and then",
  ],
] as const;
const offers = [
  "We offer a permanent contract, 30 days of holiday and a budget for learning.",
  "You get flexible hours, modern equipment and time to settle in.",
  "There is a fair salary, a pension scheme and good coffee.",
  "You choose where you work on most days, and we pay for the way to the office.",
] as const;
const closings = [
  "We look forward to hearing from you.",
  "Apply with a short CV; a cover letter is not needed.",
  "Tell us when you could start, and we will call you.",
  "Questions? Write to our recruiting team at any time.",
] as const;
