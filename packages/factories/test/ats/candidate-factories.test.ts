import {
  atsApplicationFactory,
  atsAttachmentFactory,
  atsCandidateFactory,
  atsInterviewFactory,
  atsNoteFactory,
  atsOfferFactory,
  type Country,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsOf } from "./candidate-answers.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const keys = Array.from({ length: 200 }, (_, index) => String(index));
const date = "2026-01-15";
const today = `${date}T00:00:00.000Z`;

// The types of the factories differ, what is asked of each is the same.
interface Maker {
  readonly traits: readonly string[];
  make(key: string, country: Country, trait?: string): Record<string, unknown>;
}

function maker<Built extends object>(factory: {
  readonly traits: readonly string[];
  input(inputs: { country: Country }): {
    key(key: string): { with(...changes: never[]): { build(): Built } };
  };
}): Maker {
  return {
    traits: factory.traits,
    make: (key, country, trait) =>
      ({
        ...factory
          .input({ country })
          .key(key)
          .with(...((trait ? [trait] : []) as never[]))
          .build(),
      }) as Record<string, unknown>,
  };
}

const makers: Readonly<Record<string, Maker>> = {
  "ats.candidates": maker(atsCandidateFactory),
  "ats.applications": maker(atsApplicationFactory),
  "ats.interviews": maker(atsInterviewFactory),
  "ats.offers": maker(atsOfferFactory),
  "ats.notes": maker(atsNoteFactory),
  "ats.attachments": maker(atsAttachmentFactory),
};

const cases = Object.entries(makers).flatMap(([collection, { traits, make }]) =>
  [undefined, ...traits].map((trait) => ({ collection, trait, make })),
);

const stampsOf = (record: Record<string, unknown>) =>
  ["remote_created_at", "remote_updated_at", "changed_at"].flatMap((field) => {
    const stamp = record[field];
    return typeof stamp === "string" ? [stamp] : [];
  });

test.each(cases)(
  "$collection: what the trait $trait makes is such as the document allows",
  ({ collection, trait, make }) => {
    const some = trait === undefined ? keys : keys.slice(0, 20);
    const records = countries.flatMap((country) => some.map((key) => make(key, country, trait)));
    expect(faultsOf(collection, records)).toEqual([]);
  },
);

test.each(cases)(
  "$collection: with the trait $trait, stamps are in order and before the date",
  ({ make, trait }) => {
    const disordered = keys
      .slice(0, 50)
      .map((key) => make(key, "US", trait))
      .filter((record) => {
        const stamps = [...stampsOf(record), today];
        return stamps.some((stamp, index) => index > 0 && stamp < (stamps[index - 1] ?? ""));
      });
    expect(disordered).toEqual([]);
  },
);

test.each(cases.filter(({ trait }) => trait === "deleted"))(
  "$collection: a deleted record was missed in the last days, and that was its last change",
  ({ make }) => {
    const records = keys.map((key) => make(key, "DE", "deleted"));
    expect(records.filter((record) => record["remote_deleted_at"] !== record["changed_at"])).toEqual([]);
    expect(records.filter((record) => String(record["remote_deleted_at"]) < "2026-01-05")).toEqual([]);
    expect(records.filter((record) => String(record["remote_deleted_at"]) > today)).toEqual([]);
  },
);

test("ids and the records beside them agree", () => {
  for (const key of keys.slice(0, 20)) {
    const application = atsApplicationFactory.key(key).build();
    expect(application.candidate?.id).toBe(application.candidate_id);
    expect(application.job?.id).toBe(application.job_id);
    expect(application.current_stage?.id).toBe(application.current_stage_id);
    const interview = atsInterviewFactory.key(key).build();
    expect(interview.application?.id).toBe(interview.application_id);
    const note = atsNoteFactory.key(key).build();
    expect(note.author?.id).toBe(note.author_id);
    const attachment = atsAttachmentFactory.key(key).build();
    expect(attachment.data_url).toBe(`/_mock/files/${attachment.id}`);
  }
});

test("what is left out of an id is left out beside it", () => {
  const nowhere = atsApplicationFactory.build({ candidate_id: null, job_id: null, current_stage_id: null });
  expect(nowhere).toMatchObject({ candidate: null, job: null, current_stage: null });
  expect(atsInterviewFactory.build({ application_id: null }).application).toBeNull();
  expect(atsOfferFactory.build({ application_id: null }).application).toBeNull();
  expect(atsNoteFactory.with("withoutAuthor").build().author).toBeNull();
});

test("an outcome, a reason and an instant of rejection go together", () => {
  const rejected = atsApplicationFactory.with("rejected").buildList(50);
  expect(
    rejected.filter(({ rejected_at, rejection_reason_name }) => !rejected_at || !rejection_reason_name),
  ).toEqual([]);
  expect(rejected.filter((one) => (one.remote_created_at ?? "") > (one.rejected_at ?? ""))).toEqual([]);
  const others = [
    ...atsApplicationFactory.buildList(20),
    ...atsApplicationFactory.with("hired").buildList(20),
  ];
  expect(others.filter((one) => one.rejected_at !== null || one.rejection_reason_name !== null)).toEqual([]);
  expect(atsApplicationFactory.with("hired").build().offers).toMatchObject([{ status: "ACCEPTED" }]);
});

test("a candidate's addresses and profile are made of their name", () => {
  const { email_addresses, social_media } = atsCandidateFactory
    .with("complete", { first_name: "Zoë", last_name: "O'Neill" })
    .build();
  expect(email_addresses?.[0]?.email_address).toMatch(/^zoe\.oneill@.+\.example(\.com)?$/);
  expect(social_media).toMatchObject([
    { link: "https://linkedin.example.com/in/zoe-oneill", username: "zoe-oneill" },
  ]);
  expect(atsCandidateFactory.with("withoutEmail").build().email_addresses).toEqual([]);
});

test("every kind of answer occurs, and each is of its question's kind", () => {
  const answers = atsApplicationFactory.build().screening_question_answers ?? [];
  const keyOf = { TEXT: "content", NUMBER: "number", BOOLEAN: "checked", DATE: "date", UNKNOWN: "raw" };
  const expected = { ...keyOf, SINGLE_SELECT: "choice", MULTI_SELECT: "choices" };
  expect(
    Object.fromEntries(answers.map(({ question, answer }) => [question.type, Object.keys(answer)[0]])),
  ).toEqual(expected);
});

test("interviews are held in office hours, upcoming ones after the date", () => {
  const dayOf = (instant: string | null) => new Date(instant ?? "").getUTCDay();
  const held = atsInterviewFactory.buildList(100);
  const upcoming = atsInterviewFactory.with("upcoming").buildList(100);
  expect([...held, ...upcoming].filter(({ starting_at }) => [0, 6].includes(dayOf(starting_at)))).toEqual([]);
  expect(held.filter(({ ending_at }) => (ending_at ?? "") > today)).toEqual([]);
  expect(upcoming.filter(({ starting_at }) => (starting_at ?? "") < today)).toEqual([]);
  expect([...held, ...upcoming].filter((one) => (one.starting_at ?? "") >= (one.ending_at ?? ""))).toEqual(
    [],
  );
  expect(held.filter((one) => one.location !== null && one.video_conferencing_url !== null)).toEqual([]);
});

test("an interview takes place where its name says", () => {
  const called = (title: string) => atsInterviewFactory.with({ title }).buildList(30);
  const onSite = called("Final interview on site");
  expect(onSite.filter((one) => one.location === null || one.video_conferencing_url !== null)).toEqual([]);
  const byPhone = called("Phone screen");
  expect(byPhone.filter((one) => one.location !== null || one.video_conferencing_url !== null)).toEqual([]);
});

test("work begins on the first of a month after the offer", () => {
  const offers = atsOfferFactory.buildList(50);
  expect(
    offers.filter((one) => !/^\d{4}-\d{2}-01T00:00:00.000Z$/.test(one.employment_start_date ?? "")),
  ).toEqual([]);
  expect(offers.filter((one) => (one.employment_start_date ?? "") < (one.remote_created_at ?? ""))).toEqual(
    [],
  );
});

test("a file's ending and its media type agree", () => {
  const endings: Readonly<Record<string, string>> = { pdf: "application/pdf", png: "image/png" };
  const wrong = atsAttachmentFactory
    .with("other")
    .buildList(100)
    .filter(({ file_name, content_type }) => {
      const ending = file_name.split(".").at(-1) ?? "";
      return ending in endings
        ? endings[ending] !== content_type
        : !content_type.endsWith("wordprocessingml.document");
    });
  expect(wrong).toEqual([]);
});
