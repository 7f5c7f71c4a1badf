import {
  type Country,
  type Entity,
  hrisEmployeeFactory,
  hrisEmploymentFactory,
  hrisGroupFactory,
  hrisLegalEntityFactory,
  hrisLocationFactory,
} from "@kombo-mock/factories";
import { expect, test } from "vitest";
import { faultsIn, type PeopleCollection } from "./people-answers.ts";

const countries = ["DE", "FR", "GB", "NL", "US"] as const satisfies readonly Country[];
const keys = Array.from({ length: 200 }, (_, index) => String(index));
const date = "2026-01-15";
const today = `${date}T00:00:00.000Z`;

interface Stamped {
  readonly changed_at: string;
  readonly remote_deleted_at: string | null;
  readonly remote_created_at?: string | null;
}

interface Subject {
  readonly collection: PeopleCollection;
  readonly traits: readonly string[];
  build(country: Country, key: string, trait?: string): Stamped;
}

const subjects: readonly Subject[] = [
  {
    collection: "hris.employees",
    traits: hrisEmployeeFactory.traits,
    build: (country, key, trait) =>
      hrisEmployeeFactory
        .key(key)
        .input({ country, date })
        .with(...traitOf(hrisEmployeeFactory.traits, trait))
        .build(),
  },
  {
    collection: "hris.employments",
    traits: hrisEmploymentFactory.traits,
    build: (country, key, trait) =>
      hrisEmploymentFactory
        .key(key)
        .input({ country, date })
        .with(...traitOf(hrisEmploymentFactory.traits, trait))
        .build(),
  },
  {
    collection: "hris.groups",
    traits: hrisGroupFactory.traits,
    build: (_, key, trait) =>
      hrisGroupFactory
        .key(key)
        .input({ date })
        .with(...traitOf(hrisGroupFactory.traits, trait))
        .build(),
  },
  {
    collection: "hris.legal-entities",
    traits: hrisLegalEntityFactory.traits,
    build: (country, key, trait) =>
      hrisLegalEntityFactory
        .key(key)
        .input({ country, date })
        .with(...traitOf(hrisLegalEntityFactory.traits, trait))
        .build(),
  },
  {
    collection: "hris.locations",
    traits: hrisLocationFactory.traits,
    build: (country, key, trait) =>
      hrisLocationFactory
        .key(key)
        .input({ country, date })
        .with(...traitOf(hrisLocationFactory.traits, trait))
        .build(),
  },
];

function traitOf<Name extends string>(traits: readonly Name[], wanted?: string): readonly Name[] {
  return traits.filter((trait) => trait === wanted);
}

/** Everything that is looked at below, built once. */
const built = subjects.map((subject) => ({
  ...subject,
  plain: countries.flatMap((country) => keys.map((key) => subject.build(country, key))),
  withTraits: countries.flatMap((country) =>
    subject.traits.flatMap((trait) => keys.slice(0, 8).map((key) => subject.build(country, key, trait))),
  ),
  deleted: keys.slice(0, 60).map((key) => subject.build("NL", key, "deleted")),
}));

test.each(built)("$collection: what is built is such as the document allows, with every trait too", (one) => {
  expect(faultsIn(one.collection, [...one.plain, ...one.withTraits])).toEqual([]);
  const { changed_at: _, ...unstamped } = one.build("DE", "1");
  expect(faultsIn(one.collection, [unstamped])).not.toEqual([]);
});

test.each(built)("$collection: nothing changed before it was made, nor after the world's date", (one) => {
  const wrong = [...one.plain, ...one.withTraits].filter(
    ({ remote_created_at, changed_at }) => (remote_created_at ?? "") > changed_at || changed_at > today,
  );
  expect(wrong).toEqual([]);
});

test.each(built)("$collection: only what was deleted is, since when it was found so", (one) => {
  expect(one.plain.filter((record) => record.remote_deleted_at !== null)).toEqual([]);
  expect(one.deleted.filter((record) => record.remote_deleted_at !== record.changed_at)).toEqual([]);
  // After 14 days nothing but ids and stamps would be left.
  expect(one.deleted.filter(({ changed_at }) => changed_at < "2026-01-02")).toEqual([]);
});

const everybody = countries.flatMap((country) =>
  keys.slice(0, 40).map((key) => hrisEmployeeFactory.key(key).input({ country }).build()),
);

test("an employee's keys are those of the related records", () => {
  const wrong = everybody.filter(
    (one) =>
      one.manager_id !== (one.manager?.id ?? null) ||
      one.legal_entity_id !== one.legal_entity?.id ||
      one.work_location_id !== one.work_location?.id ||
      [...one.employments, ...one.time_off_balances].some(({ employee_id }) => employee_id !== one.id) ||
      one.teams[0]?.id !== one.groups[0]?.id,
  );
  expect(wrong).toEqual([]);
  expect(hrisEmployeeFactory.with("chiefExecutive").build()).toMatchObject({
    manager: null,
    manager_id: null,
  });
});

test("the only employment of an employee has the employee's own terms", () => {
  const wrong = everybody.filter(({ employments: [own], ...one }) => {
    return (
      own?.job_title !== one.job_title ||
      own.effective_date !== one.start_date ||
      own.employment_type !== one.employment_type
    );
  });
  expect(wrong).toEqual([]);
});

test("an employee is at least 18 on the first day of work", () => {
  const dates = ["start_date", "date_of_birth"] as const;
  const juniors = keys.map((key) => hrisEmployeeFactory.key(key).with("junior").buildFields(dates));
  const ageOf = ({ start_date, date_of_birth }: Partial<Entity<"HrisEmployee">>) =>
    (Date.parse(start_date ?? "") - Date.parse(date_of_birth ?? "")) / 31_557_600_000;
  expect([...everybody, ...juniors].filter((one) => !(ageOf(one) >= 18 && ageOf(one) < 60))).toEqual([]);
});

test("the address is made of the name, with letters that every tool takes", () => {
  const addressOf = (names: { first_name: string; last_name: string }) =>
    hrisEmployeeFactory.input({ host: "acme.example.com", employeeNumber: "E000042" }).build(names)
      .work_email;
  expect(addressOf({ first_name: "Jörg", last_name: "Großmann" })).toBe("joerg.grossmann@acme.example.com");
  expect(addressOf({ first_name: "ليلى", last_name: "النخلاوي" })).toBe("e000042@acme.example.com");
  const second = hrisEmployeeFactory.input({ namesakes: 1, host: "acme.example.com" });
  expect(second.build({ first_name: "Ada", last_name: "Lovelace" }).work_email).toBe(
    "ada.lovelace2@acme.example.com",
  );
});

test("a complete employee lacks nothing but an end, custom fields and raw data", () => {
  const lacking = countries.flatMap((country) =>
    keys.slice(0, 30).flatMap((key) => {
      const built = hrisEmployeeFactory.key(key).input({ country }).with("complete").build();
      return Object.entries(built).flatMap(([field, value]) => (value === null ? [field] : []));
    }),
  );
  const never = ["termination_date", "remote_deleted_at", "remote_data", "custom_fields"];
  expect(new Set(lacking)).toEqual(new Set(never));
});

test("states of an employee show in dates and status", () => {
  const fields = ["employment_status", "employment_type", "start_date", "termination_date"] as const;
  const of = (trait: "leaver" | "newHire" | "contractor" | "longServing" | "onLeave") =>
    keys.map((key) => hrisEmployeeFactory.key(key).input({ date }).with(trait).buildFields(fields));
  const never = (trait: Parameters<typeof of>[0], wrong: (one: ReturnType<typeof of>[number]) => boolean) =>
    expect(of(trait).filter(wrong)).toEqual([]);
  never("newHire", (one) => one.employment_status !== "PENDING" || (one.start_date ?? "") <= today);
  never("contractor", (one) => one.employment_type !== "CONTRACT" || (one.termination_date ?? "") <= today);
  never("longServing", (one) => (one.start_date ?? "") > "2022");
  never("onLeave", (one) => one.employment_status !== "LEAVE" || one.termination_date !== null);
  never("leaver", ({ employment_status, start_date, termination_date }) => {
    const end = termination_date ?? "";
    return employment_status !== "INACTIVE" || end >= today || end < (start_date ?? "");
  });
});

test("pay is in the country's currency, and less in earlier employments", () => {
  const currencies = { DE: "EUR", FR: "EUR", GB: "GBP", NL: "EUR", US: "USD" };
  const wrong = countries.flatMap((country) =>
    keys.slice(0, 40).flatMap((person) => {
      const of = (index: number) =>
        hrisEmploymentFactory
          .key(`${person}-${index}`)
          .input({ country, person, index, count: 3, from: "2016-02-11" })
          .build();
      const [first, second, third] = [of(0), of(1), of(2)];
      const rates = [first.pay_rate ?? 0, second.pay_rate ?? 0, third.pay_rate ?? 0] as const;
      const rises = 0 < rates[0] && rates[0] < rates[1] && rates[1] < rates[2];
      const isAlike = first.pay_period === third.pay_period && third.pay_currency === currencies[country];
      const days = [first, second, third].map(({ effective_date }) => effective_date ?? "");
      return rises && isAlike && days.toSorted().join() === days.join() ? [] : [person];
    }),
  );
  expect(wrong).toEqual([]);
});

test("subsidiaries bear the company's name and a legal form of their country", () => {
  const subsidiary = hrisLegalEntityFactory.with("subsidiary");
  const inDutch = subsidiary.input({ company: "Okafor & Sons Ltd", country: "NL" }).build();
  expect(inDutch.name).toMatch(/^Okafor (Services|Digital|Logistics|International|Holding) B\.V\.$/);
  expect(hrisLegalEntityFactory.input({ company: "Okafor Ltd" }).build().name).toBe("Okafor Ltd");
});

test("a location is named after the city of its address", () => {
  const located = keys.map((key) => hrisLocationFactory.key(key).build());
  expect(located.filter(({ name, address }) => !name?.startsWith(`${address?.city} `))).toEqual([]);
  expect(hrisLocationFactory.with("withoutAddress").build()).toMatchObject({ name: "Remote", address: null });
});
