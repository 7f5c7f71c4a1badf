import {
  atsApplicationStageFactory,
  atsJobFactory,
  atsJobPostingFactory,
  atsRejectionReasonFactory,
  atsRoleFactory,
  atsScreeningQuestionFactory,
  atsTagFactory,
  atsUserFactory,
  type Country,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsOf, type JobEntity } from "./job-answers.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const tools = ["greenhouse", "lever", "smartrecruiters", "no-such-tool"] as const;
const keys = Array.from({ length: 200 }, (_, index) => String(index));

/** What each factory makes, plain and with each trait, in every country and for several tools. */
const made = {
  AtsRole: {
    traits: atsRoleFactory.traits,
    build: (key, { tool, traits }) =>
      atsRoleFactory
        .key(key)
        .input({ tool })
        .with(...(traits as never[]))
        .build(),
  },
  AtsUser: {
    traits: atsUserFactory.traits,
    build: (key, { country, tool, traits }) =>
      atsUserFactory
        .key(key)
        .input({ country, tool })
        .with(...(traits as never[]))
        .build(),
  },
  AtsTag: {
    traits: atsTagFactory.traits,
    build: (key, { traits }) =>
      atsTagFactory
        .key(key)
        .with(...(traits as never[]))
        .build(),
  },
  AtsRejectionReason: {
    traits: atsRejectionReasonFactory.traits,
    build: (key, { traits }) =>
      atsRejectionReasonFactory
        .key(key)
        .with(...(traits as never[]))
        .build(),
  },
  AtsApplicationStage: {
    traits: atsApplicationStageFactory.traits,
    build: (key, { tool, traits }) =>
      atsApplicationStageFactory
        .key(key)
        .input({ tool })
        .with(...(traits as never[]))
        .build(),
  },
  AtsScreeningQuestion: {
    traits: atsScreeningQuestionFactory.traits,
    build: (key, { country, traits }) =>
      atsScreeningQuestionFactory
        .key(key)
        .input({ country })
        .with(...(traits as never[]))
        .build(),
  },
  AtsJobPosting: {
    traits: atsJobPostingFactory.traits,
    build: (key, { traits }) =>
      atsJobPostingFactory
        .key(key)
        .with(...(traits as never[]))
        .build(),
  },
  AtsJob: {
    traits: atsJobFactory.traits,
    build: (key, { country, tool, traits }) =>
      atsJobFactory
        .key(key)
        .input({ country, tool })
        .with(...(traits as never[]))
        .build(),
  },
} satisfies Record<JobEntity, Made>;

interface Made {
  readonly traits: readonly string[];
  build(key: string, how: { country: Country; tool: string; traits: readonly string[] }): object;
}

const cases = (Object.keys(made) as JobEntity[]).flatMap((entity) =>
  [null, ...made[entity].traits].map((trait) => ({ entity, trait })),
);

test.each(cases)("$entity with the trait $trait is such as the document allows", ({ entity, trait }) => {
  const some = trait === null ? keys : keys.slice(0, 20);
  const records = countries.flatMap((country) =>
    some.map((key, index) => {
      const tool = tools[index % tools.length] ?? "greenhouse";
      return made[entity].build(key, { country, tool, traits: trait === null ? [] : [trait] });
    }),
  );
  expect(records).toHaveLength(some.length * countries.length);
  expect(faultsOf(entity, records)).toEqual([]);
});

test("what the document forbids is told from what it allows", () => {
  expect(faultsOf("AtsUser", [{ ...atsUserFactory.build(), status: "ASLEEP" }])).not.toEqual([]);
  expect(faultsOf("AtsJobPosting", [{ ...atsJobPostingFactory.build(), status: "GONE" }])).not.toEqual([]);
  const question = { ...atsScreeningQuestionFactory.build(), precondition_question_id: "1008" };
  expect(faultsOf("AtsScreeningQuestion", [question])).not.toEqual([]);
});

const gone = ["AtsRole", "AtsUser", "AtsTag", "AtsRejectionReason", "AtsApplicationStage", "AtsJob"] as const;

test.each(gone)("a deleted %s was found to be gone days before the date, and changed then", (entity) => {
  for (const key of keys) {
    const record = made[entity].build(key, { country: "FR", tool: "lever", traits: ["deleted"] });
    expect(record.remote_deleted_at).toBe(record.changed_at);
    expect(record.changed_at >= "2026-01-05" && record.changed_at < "2026-01-15").toBe(true);
  }
});

test("roles in a hiring team are on the job, those of a user in the whole tool", () => {
  const scopes = keys.map((key) => [
    ...new Set(
      atsJobFactory
        .key(key)
        .build()
        .hiring_team.flatMap(({ job_roles }) => job_roles.map((role) => role.scope)),
    ),
    ...atsUserFactory
      .key(key)
      .build()
      .system_roles.map((role) => role.scope),
  ]);
  expect([...new Set(scopes.map(String))]).toEqual(["JOB,SYSTEM"]);
});

test("a user's address fits the name and the company", () => {
  const user = atsUserFactory
    .input({ host: "weber.example.com" })
    .build({ first_name: "Zoë", last_name: "Groß" });
  expect(user.email).toBe("zoe.gross@weber.example.com");
});

test("questions of all nine formats and all four kinds of text can be made", () => {
  const formats = atsScreeningQuestionFactory.traits
    .filter((trait) => trait !== "unlimited")
    .flatMap((trait) => {
      const { format } = atsScreeningQuestionFactory.with(trait).build();
      return format ? [format.type === "TEXT" ? `TEXT ${format.display_type}` : format.type] : [];
    });
  expect([...new Set(formats)].sort()).toEqual([
    ...["BOOLEAN", "DATE", "FILE", "INFORMATION", "MULTI_SELECT", "NUMBER", "SINGLE_SELECT"],
    ...["TEXT EMAIL", "TEXT MULTI_LINE", "TEXT SINGLE_LINE", "TEXT URL", "UNKNOWN"],
  ]);
});

test("a question of one country asks about that country", () => {
  const titleIn = (country: Country) =>
    atsScreeningQuestionFactory.input({ country }).with("boolean").build().title;
  expect(titleIn("NL")).toBe("Does your permit to work in the Netherlands end some day?");
  expect(titleIn("US")).toContain("the United States");
});

test("tools have their own words for stages and roles", () => {
  const stageIn = (tool: string) =>
    atsApplicationStageFactory.input({ tool }).with("secondInterview").build().name;
  expect(stageIn("greenhouse")).toBe("Face to Face");
  expect(stageIn("lever")).toBe("On-site interview");
  const adminIn = (tool: string) => atsRoleFactory.input({ tool }).with("admin").build().remote_label;
  expect([adminIn("greenhouse"), adminIn("lever")]).toEqual(["Site Admin", "Super Admin"]);
});
