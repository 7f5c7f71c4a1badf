import { block, type RuleText } from "./rule-text.ts";

/** Rules about where a request goes and who sends it. */
export const requestRules = {
  "unknown-operation": {
    title: "The API has no such operation",
    found: "A method and path that no operation of the API has.",
    effect: "The API answers 404 and does nothing.",
    fix: "Compare method and path with the operation that the message names. Often `/v1` is missing from the base URL or stands there twice, a word is singular, or an id is empty so that two slashes meet.",
    bad: block(`
      GET /v1/hris/employee
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/employees
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
  "malformed-path": {
    title: "A value in the path is not validly percent-encoded",
    found:
      "A percent sign in the path that two hexadecimal digits do not follow, or digits that are no UTF-8.",
    effect: "The API cannot read the value and answers 400.",
    fix: "Put each value through `encodeURIComponent` (`ERB::Util.url_encode` in Ruby) when the path is built, and only once.",
    bad: block(`
      GET /v1/integrations/factorial%3
      Authorization: Bearer ks_dev_example
    `),
    good: block(`
      GET /v1/integrations/factorial%3A8d1hpPsbjxUkoCoa1veLZGe5
      Authorization: Bearer ks_dev_example
    `),
  },
  "missing-authorization": {
    title: "The API key is missing",
    found: "A request without the header `Authorization: Bearer <API key>`, or with another scheme.",
    effect: "The API answers 401 with PLATFORM.AUTHENTICATION_INVALID and does nothing.",
    fix: "Send the key as a bearer token. An empty or undefined environment variable is the usual cause.",
    bad: block(`
      GET /v1/check-api-key
      Authorization: Basic a29tYm86
    `),
    good: block(`
      GET /v1/check-api-key
      Authorization: Bearer ks_dev_example
    `),
  },
  "missing-integration-header": {
    title: "The request does not say which integration it is about",
    found: "A request to an operation on one integration without the header `X-Integration-Id`.",
    effect: "The API refuses it with PLATFORM.INPUT_INVALID; nothing is read or written.",
    fix: "Send the id that `GET /connect/integration-by-token/{token}` gave. The official SDKs take it as `integration_id`, for a client or for one call.",
    bad: block(`
      GET /v1/hris/employees
      Authorization: Bearer ks_dev_example
    `),
    good: block(`
      GET /v1/hris/employees
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
  "deprecated-operation": {
    title: "The operation is deprecated",
    found: "A request to an operation that still works, and that will be taken away.",
    effect: "The API answers as before.",
    fix: "Move to what replaces it: groups in place of teams, the employee form in place of creating an employee, the job's own stages in place of application stages. `kombo-mock contract diff` tells when it goes.",
    bad: block(`
      GET /v1/hris/teams
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
    good: block(`
      GET /v1/hris/groups?types=TEAM
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
} as const satisfies Record<string, RuleText>;
