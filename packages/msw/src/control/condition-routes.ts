import type { Route } from "./routes.ts";

/** The control calls about test cards and scenarios, by method and path below `/_mock`. */
export const conditionRoutes: Readonly<Record<string, Route>> = {
  // Test cards stand beside the integrations that there are: they become some when they are named.
  "GET /integrations": ({ control }) => ({
    results: control().listIntegrations(),
    next: null,
    cards: control().listCards(),
  }),
  "GET /scenarios": ({ control }) => ({ results: control().listScenarios(), next: null }),
  "POST /scenarios/{name}": ({ control, path, body }) => control().scenario(path["name"] ?? "", body()),
};
