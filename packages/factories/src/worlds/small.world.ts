import { datevWithoutPermissions } from "../custom/datev-clients.collection.ts";
import { seedIntegration, seedIntegrationId } from "../general/seed-example.ts";
import { base58Id } from "../hash.ts";
import type { World } from "./world.ts";

const idOf = (tool: string, suffix = "") => `${tool}:${base58Id(`small\n${tool}${suffix}`)}`;

/** One integration of each category that works, the official example, and one for each thing that can be wrong. */
export const small: World = {
  name: "small",
  layers: ["small"],
  integrations: [
    { id: seedIntegrationId, inputs: seedIntegration.inputs, values: seedIntegration.values },
    // The sandbox tool covers nearly everything: records that tests look for are looked for here first.
    { id: idOf("sandbox", "\nHRIS"), inputs: { tool: "sandbox", category: "HRIS", country: "DE" } },
    { id: idOf("sandbox", "\nATS"), inputs: { tool: "sandbox", category: "ATS", country: "GB" } },
    { id: idOf("sandbox", "\nLMS"), inputs: { tool: "sandbox", category: "LMS", country: "FR" } },
    { id: idOf("bamboohr"), inputs: { tool: "bamboohr", category: "HRIS", country: "US" } },
    { id: idOf("greenhouse"), inputs: { tool: "greenhouse", category: "ATS", country: "GB" } },
    {
      id: idOf("smartrecruiters"),
      inputs: { tool: "smartrecruiters", category: "ASSESSMENT", country: "NL" },
    },
    { id: idOf("talentlms"), inputs: { tool: "talentlms", category: "LMS", country: "FR" } },
    {
      id: idOf("hibob"),
      inputs: { tool: "hibob", category: "HRIS", country: "GB" },
      values: { status: "INVALID" },
    },
    {
      id: idOf("personio"),
      inputs: { tool: "personio", category: "HRIS", country: "DE" },
      values: { status: "INACTIVE" },
    },
    {
      id: idOf("workday"),
      inputs: { tool: "workday", category: "HRIS", country: "US" },
      values: { setup_status: "INCOMPLETE" },
      setupSteps: ["filtering", "field-mapping"],
    },
    {
      id: idOf("lever"),
      inputs: {
        tool: "lever",
        category: "ATS",
        country: "US",
        settings: { ats_offers: "DISABLED", "ats_candidates.phone_numbers": "OPTIONAL" },
        optedOut: ["ats_candidates.phone_numbers", "ats_reject_application"],
      },
      values: { data_expired_at: "2026-01-14T08:30:00.000Z" },
    },
    // Tools with operations of their own.
    { id: idOf("datev"), inputs: { tool: "datev", category: "HRIS", country: "DE" } },
    { id: datevWithoutPermissions, inputs: { tool: "datev", category: "HRIS", country: "DE" } },
    { id: idOf("silae"), inputs: { tool: "silae", category: "HRIS", country: "FR" } },
    { id: idOf("avionte"), inputs: { tool: "avionte", category: "ATS", country: "US" } },
  ],
};
