import { seedIntegrationFactory, seedIntegrationId } from "@kombo-mock/factories";
import { expect, test } from "vitest";

/** The integration details as the official SDKs' documentation shows them, date-times in the SDKs' form. */
const documented = {
  id: "factorial:8d1hpPsbjxUkoCoa1veLZGe5",
  tool: {
    id: "factorial",
    label: "Factorial",
    internal_label: null,
    logo_url: "https://storage.googleapis.com/kombo-assets/integrations/factorial/logo.svg",
    icon_url: "https://storage.googleapis.com/kombo-assets/integrations/factorial/icon.svg",
  },
  category: "HRIS",
  status: "ACTIVE",
  setup_status: "COMPLETED",
  end_user: {
    organization_name: "Acme",
    creator_email: "example-integration-creator@acme.com",
    origin_id: "2DQJAUtSzzzKP9buDTvUvPk3",
  },
  scope_config: { id: "B1hu5NGyhdjSq5X3hxEz4bAN", name: "Anonymous Scopes" },
  data_expired_at: null,
  created_at: new Date("2022-08-07T14:01:29.196Z"),
  beta: false,
  read_models: [
    {
      id: "hris_employees",
      label: "Employees",
      is_available: true,
      coverage_status: "SUPPORTED",
      scope_config_setting: "ENABLED",
      opted_out_by_customer: false,
      fields: [
        {
          id: "date_of_birth",
          is_available: false,
          coverage_status: "SUPPORTED",
          scope_config_setting: "OPTIONAL",
          opted_out_by_customer: true,
        },
      ],
    },
  ],
  write_actions: [
    {
      id: "hris_create_employee",
      label: "Create employee",
      is_available: true,
      coverage_status: "SUPPORTED",
      scope_config_setting: "ENABLED",
      opted_out_by_customer: false,
      fields: [{ id: "first_name", is_available: true, coverage_status: "SUPPORTED" }],
    },
  ],
};

test("the documented example is built to the last value and in the same order", () => {
  expect(JSON.stringify(seedIntegrationFactory.build())).toBe(JSON.stringify(documented));
});

test("the documented example is built in the SDK's form", () => {
  expect(seedIntegrationFactory.buildForSdk()).toEqual(documented);
});

test("nothing of it is made up: seed, key and date do not matter", () => {
  const other = seedIntegrationFactory.seed(7).key("other").input({ date: "2030-01-01", country: "US" });
  expect(other.build()).toEqual(seedIntegrationFactory.build());
});

test("its id is exported by itself", () => {
  expect(seedIntegrationId).toBe(documented.id);
});

test("its states can be had as of any other integration", () => {
  const changed = seedIntegrationFactory.with("inactive", "beta", "withoutCreatorEmail").build();
  expect(changed).toEqual({
    ...documented,
    created_at: "2022-08-07T14:01:29.196Z",
    status: "INACTIVE",
    beta: true,
    end_user: { ...documented.end_user, creator_email: null },
  });
});
