import { describe, expect, test } from "vitest";
import { readIntegrationHealth } from "../src/read-integration-health.ts";
import { doors, example as id, now } from "./doors.ts";

describe.each(doors)("the documented example over $name", ({ open }) => {
  test("arrives in the official client with every field", async () => {
    const { kombo } = await open();
    const { status, data } = await kombo.general.getIntegrationDetails({ integration_id: id });
    expect(status).toBe("success");
    expect(data).toStrictEqual({
      id,
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
    });
  });

  test("is reported with the one field that the customer opted out of", async () => {
    const { kombo } = await open();
    expect(await readIntegrationHealth(kombo, id, now)).toStrictEqual({
      integration: {
        id,
        tool: "Factorial",
        category: "HRIS",
        isBeta: false,
        scopeConfig: "Anonymous Scopes",
      },
      customer: { name: "Acme", email: "example-integration-creator@acme.com" },
      checkedAt: "2026-01-15T09:00:00.000Z",
      healthy: false,
      problems: [],
      readModels: [
        {
          id: "hris_employees",
          label: "Employees",
          available: true,
          obstacles: [],
          remarks: [],
          fields: [
            {
              id: "date_of_birth",
              available: false,
              obstacles: ["opted-out-by-customer"],
              remarks: ["left-to-customer"],
            },
          ],
        },
      ],
      writeActions: [
        {
          id: "hris_create_employee",
          label: "Create employee",
          available: true,
          obstacles: [],
          remarks: [],
          fields: [{ id: "first_name", available: true, obstacles: [], remarks: [] }],
        },
      ],
    });
  });
});
