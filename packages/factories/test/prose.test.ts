import { choicesAt } from "@kombo-mock/factories";
import { expect, test } from "vitest";
import {
  absenceNote,
  interviewTitle,
  jobDescription,
  jobDescriptionHtml,
  noteContent,
  reviewComment,
  timesheetComment,
} from "../src/prose.ts";

const keys = Array.from({ length: 300 }, (_, index) => String(index));
const choicesOf = (key: string) => choicesAt(1, key, "note");

test.each([
  { name: "absence notes", write: absenceNote, atLeast: 70 },
  { name: "notes", write: noteContent, atLeast: 60 },
  { name: "interview titles", write: interviewTitle, atLeast: 30 },
  { name: "timesheet comments", write: timesheetComment, atLeast: 60 },
])("$name are many, short and begin with a capital", ({ write, atLeast }) => {
  const texts = keys.map((key) => write(choicesOf(key)));
  expect(new Set(texts).size).toBeGreaterThanOrEqual(atLeast);
  expect(texts.filter((text) => !/^[A-Z][^{}]{4,118}$/.test(text))).toEqual([]);
});

test("a review says more or less what its rating does", () => {
  const written = ([1, 2, 3, 4, 5] as const).map(
    (rating) => new Set(keys.map((key) => reviewComment(choicesOf(key), rating))),
  );
  for (const texts of written) expect(texts.size).toBeGreaterThanOrEqual(12);
  expect(new Set(written.flatMap((texts) => [...texts])).size).toBe(
    written.reduce((sum, { size }) => sum + size, 0),
  );
});

test("a posting names title and company, and comes in many wordings", () => {
  const texts = keys.map((key) => jobDescription(choicesOf(key), "Recruiter", "Kreutz GmbH & Co. KG"));
  expect(
    texts.filter((text) => !text.includes("Recruiter") || !text.includes("Kreutz GmbH & Co. KG")),
  ).toEqual([]);
  expect(texts.filter((text) => /[{}]/.test(text))).toEqual([]);
  expect(new Set(texts).size).toBeGreaterThan(290);
});

test("a posting in HTML says the same, with what HTML reads as its own written out", () => {
  for (const key of keys) {
    const html = jobDescriptionHtml(choicesOf(key), "Engineer <C++>", "Kreutz & Sons");
    expect(html).toContain("Kreutz &amp; Sons");
    expect(html).toContain("Engineer &lt;C++&gt;");
    const words = html
      .replace(/<[^>]+>/g, " ")
      .replaceAll("&lt;", "<")
      .replaceAll("&gt;", ">")
      .replaceAll("&amp;", "&");
    const plain = jobDescription(choicesOf(key), "Engineer <C++>", "Kreutz & Sons").replace(/:?\n- /g, " ");
    expect(words.split(/\s+/).filter(Boolean)).toEqual(plain.split(/\s+/).filter(Boolean));
  }
});

test("the same key always writes the same", () => {
  const choices = choicesAt(1, "1", "x");
  expect([
    absenceNote(choices),
    reviewComment(choices, 4),
    noteContent(choices),
    interviewTitle(choices),
    timesheetComment(choices),
  ]).toEqual([
    "Childcare, the nursery is closed. Back on Monday.",
    "Strong in most respects. Took a difficult project over the line and kept everybody informed.",
    "Speaks three languages fluently. Next step is a talk with the hiring manager.",
    "Get to know the team",
    "Follow-up on the trade fair",
  ]);
});
