import { integrationDetailsFactory } from "./integration-details.factory.ts";

/** The id of the integration that the official SDKs' documentation shows. */
export const seedIntegrationId = "factorial:8d1hpPsbjxUkoCoa1veLZGe5";

/** What makes the details equal to that example: the only values here that point at real hosts. */
export const seedIntegration = {
  inputs: {
    category: "HRIS",
    tool: "factorial",
    settings: { "hris_employees.date_of_birth": "OPTIONAL" },
    optedOut: ["hris_employees.date_of_birth"],
    coverage: {
      hris_employees: "SUPPORTED",
      "hris_employees.date_of_birth": "SUPPORTED",
      hris_create_employee: "SUPPORTED",
      "hris_create_employee.first_name": "SUPPORTED",
    },
    models: [{ id: "hris_employees", label: "Employees", fields: ["date_of_birth"] }],
    actions: [{ id: "hris_create_employee", label: "Create employee", fields: ["first_name"] }],
  },
  values: {
    id: seedIntegrationId,
    tool: {
      id: "factorial",
      label: "Factorial",
      internal_label: null,
      logo_url: "https://storage.googleapis.com/kombo-assets/integrations/factorial/logo.svg",
      icon_url: "https://storage.googleapis.com/kombo-assets/integrations/factorial/icon.svg",
    },
    end_user: {
      organization_name: "Acme",
      creator_email: "example-integration-creator@acme.com",
      origin_id: "2DQJAUtSzzzKP9buDTvUvPk3",
    },
    scope_config: { id: "B1hu5NGyhdjSq5X3hxEz4bAN", name: "Anonymous Scopes" },
    created_at: "2022-08-07T14:01:29.196Z",
    beta: false,
  },
} as const;

/** Builds the details exactly as the official SDKs' documentation shows them. */
export const seedIntegrationFactory = integrationDetailsFactory
  .input(seedIntegration.inputs)
  .with(seedIntegration.values);
