import { connectMock } from "../src/control/connect-mock.ts";
import { createMock } from "../src/index.ts";

const mock = createMock();

const ada = await mock.create("hris.employees", {
  first_name: "Ada",
  work_email: null,
  home_address: { city: "London" },
  bank_accounts: [{ iban: "DE00" }],
  custom_fields: { shoe_size: 43 },
  manager: { first_name: "Grace", manager: { id: "boss" } },
  work_location_id: "there",
  groups: [{ name: "Engineering" }, { id: "known" }],
  absences: [{ amount: 2, type: { name: "Vacation", unit: "DAYS" } }],
});
ada.manager?.first_name satisfies string | null | undefined;

const jobs = await mock.create("ats.jobs", [
  {
    stages: [{ name: "Applied", index: 3 }],
    hiring_team: [
      { email: "a@example.com", hiring_team_roles: ["RECRUITER"], job_roles: [{ remote_label: "Lead" }] },
    ],
    applications: [
      { candidate: { tags: [{ name: "Referral" }] }, current_stage: { name: "Offer", index: 1 } },
    ],
  },
]);
jobs.length satisfies number;

const many = await mock.create("hris.staffing-entities", { skills: [{ name: "Patience" }] }, { count: 2 });
many.map(({ skills }) => skills[0]?.skill.name);

(await mock.create("hris.employee-documents", { name: "Contract.pdf" })).id satisfies string;
(await mock.update("hris.employees", ada.id, { last_name: "Byron" })).last_name satisfies string | null;
(await mock.update("hris.employees", { first_name: "Ada" }, { last_name: null })).length satisfies number;
(await mock.find("hris.absences", { type: { name: "Vacation" } }))[0]?.type?.unit satisfies
  | "DAYS"
  | "HOURS"
  | null
  | undefined;
await connectMock({ url: "http://127.0.0.1:4747" }).create("hris.employees", { first_name: "Ada" });

// @ts-expect-error a collection that does not exist
mock.create("hris.employes");

// @ts-expect-error a key that the record does not have
mock.create("hris.employees", { frist_name: "Ada" });

// @ts-expect-error a value of another type
mock.create("hris.employees", { first_name: 5 });

// @ts-expect-error null where there has to be something
mock.create("hris.employees", { groups: null });

// @ts-expect-error a value that the document does not list
mock.create("hris.absence-types", { unit: "WEEKS" });

// @ts-expect-error a key that an object does not have
mock.create("hris.employees", { home_address: { citty: "London" } });

// @ts-expect-error a key that a nested record does not have
mock.create("hris.employees", { manager: { frist_name: "Grace" } });

// @ts-expect-error a value of another type, two records deep
mock.create("hris.employees", { absences: [{ type: { name: 5 } }] });

// @ts-expect-error a key that a linked record does not have
mock.create("hris.employees", { groups: [{ nmae: "Engineering" }] });

// @ts-expect-error a key that the records around a link do not have
mock.create("ats.jobs", { hiring_team: [{ hiring_team_role: "RECRUITER" }] });

// @ts-expect-error a key that a record in a link's own list does not have
mock.create("ats.jobs", { hiring_team: [{ job_roles: [{ label: "Lead" }] }] });

// @ts-expect-error the record inside a link, whose values stand beside those of the link
mock.create("hris.staffing-entities", { skills: [{ skill: { name: "Patience" } }] });

// @ts-expect-error an id, which follows from the tool's
mock.create("hris.employees", { id: "x" });

// @ts-expect-error one record where there are many
mock.create("hris.employees", { absences: {} });

// @ts-expect-error a member of a list without what cannot be made up
mock.create("hris.timesheets", { breaks: [{ paid: false }] });

// @ts-expect-error a misspelt key in one of several records
mock.create("hris.employees", [{ first_name: "Ada" }, { frist_name: "Eve" }]);

// @ts-expect-error an option that there is not
mock.create("hris.employees", {}, { integrationId: "x" });

// @ts-expect-error a key that the record does not have
mock.update("hris.employees", ada.id, { frist_name: "Ada" });

// @ts-expect-error a key that the record does not show
mock.find("hris.employees", { absences: [] });

// @ts-expect-error nothing that says which records are meant
mock.remove("hris.employees");

// @ts-expect-error deleting for good has no later
mock.purge("hris.employees", ada.id, { visible: "after-sync" });
