import { block, type RuleText } from "./rule-text.ts";

/** Rules about parameters in path and query. */
export const parameterRules = {
  "invalid-parameter": {
    title: "A parameter has a value that it cannot have",
    found:
      "A parameter in the path or query of the wrong type, beyond a limit, or with a word that is not listed.",
    effect: "The API refuses the request with PLATFORM.INPUT_INVALID and names the parameter.",
    fix: "Send what the message allows. Lists are one value, its parts joined by commas; times are written as `2026-01-31T09:30:00.000Z`.",
    bad: block(`
      GET /v1/hris/employees?page_size=500
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/employees?page_size=100
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
  "undeclared-parameter": {
    title: "The operation has no such parameter",
    found: "A name in the query that the operation does not declare.",
    effect: "The API ignores it: a filter that is misspelt filters nothing, and the answer holds everything.",
    fix: "Use the name that the message suggests, or leave the parameter out.",
    bad: block(`
      GET /v1/hris/employees?employment_statusses=ACTIVE
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/employees?employment_statuses=ACTIVE
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
  "repeated-parameter": {
    title: "A parameter is given more than once",
    found: "The same name twice in a query, as many clients write lists.",
    effect: "Only the first is read; the others are lost without a word.",
    fix: "Join the values by commas in one parameter. The official SDKs do so by themselves.",
    bad: block(`
      GET /v1/hris/employees?ids=3yoFYfYV5gPHkRjVbmvSJDxk&ids=6vMVqBrFzJbF9oCvFPiSNHgo
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/employees?ids=3yoFYfYV5gPHkRjVbmvSJDxk,6vMVqBrFzJbF9oCvFPiSNHgo
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
  "deprecated-parameter": {
    title: "The parameter is deprecated",
    found: "A parameter that still works, and that will be taken away.",
    effect: "The API reads it as before.",
    fix: "Move to the parameter that replaces it, mostly the plural of the same word, which takes a list.",
    bad: block(`
      GET /v1/hris/employees?employment_status=ACTIVE
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/employees?employment_statuses=ACTIVE
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
} as const satisfies Record<string, RuleText>;
