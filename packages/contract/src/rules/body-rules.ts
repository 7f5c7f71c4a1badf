import { block, type RuleText } from "./rule-text.ts";

/** Rules about what a request holds. */
export const bodyRules = {
  "body-content-type": {
    title: "The body's content type is not the one that the operation reads",
    found: "A body without a `Content-Type`, or with one that is not JSON, such as a form's.",
    effect: "The API cannot read the body and answers 400.",
    fix: "Send `Content-Type: application/json` with a body of JSON. Clients that are given text in place of an object often leave the header out.",
    bad: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/x-www-form-urlencoded

      value=true
    `),
    good: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/json

      {"value": true}
    `),
  },
  "malformed-body": {
    title: "The body is not JSON",
    found: "A body that breaks off, has single quotes or a trailing comma, or is no JSON at all.",
    effect: "The API cannot read the body and answers 400.",
    fix: "Let the language write it (`JSON.stringify`, `to_json`, `json.dumps`) and never join it from pieces of text.",
    bad: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/json

      {'value': true}
    `),
    good: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/json

      {"value": true}
    `),
  },
  "invalid-body": {
    title: "The body holds what the operation does not take",
    found: "A key that is missing though it is required, or a value of the wrong type, form or size.",
    effect: "The API refuses the request with PLATFORM.INPUT_INVALID; nothing is written.",
    fix: "Send what the message allows at the place that it names.",
    bad: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/json

      {"value": "yes"}
    `),
    good: block(`
      PUT /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5/enabled
      Authorization: Bearer ks_dev_example
      Content-Type: application/json

      {"value": true}
    `),
  },
  "undeclared-body-key": {
    title: "The body has a key that the operation does not know",
    found: "A key that the operation does not declare, at the top of the body or further down.",
    effect:
      "The API ignores it: what was meant to be written is not, and the answer is a success all the same.",
    fix: "Use the key that the message suggests, or leave it out. Keys are written in snake case.",
    bad: block(`
      POST /v1/force-sync
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
      Content-Type: application/json

      {"type": "FULL", "kind": "FULL"}
    `),
    good: block(`
      POST /v1/force-sync
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
      Content-Type: application/json

      {"type": "FULL"}
    `),
  },
  "deprecated-body-key": {
    title: "The body has a key that is deprecated",
    found: "A key that still works, and that will be taken away.",
    effect: "The API reads it as before.",
    fix: "Move to what replaces it: `candidate` in place of SmartRecruiters' two candidates with and without questions. The `source` of an application has no successor; leave it out.",
    bad: block(`
      POST /v1/ats/jobs/3yoFYfYV5gPHkRjVbmvSJDxk/applications
      Authorization: Bearer ks_dev_example
      X-Integration-Id: greenhouse:7C9M5sXAQx2cNMpVHLojrFpL
      Content-Type: application/json

      {"candidate": {"first_name": "Mara", "last_name": "Lindt", "email_address": "mara@example.com"}, "source": {"name": "Fair"}}
    `),
    good: block(`
      POST /v1/ats/jobs/3yoFYfYV5gPHkRjVbmvSJDxk/applications
      Authorization: Bearer ks_dev_example
      X-Integration-Id: greenhouse:7C9M5sXAQx2cNMpVHLojrFpL
      Content-Type: application/json

      {"candidate": {"first_name": "Mara", "last_name": "Lindt", "email_address": "mara@example.com"}}
    `),
  },
  "ignored-body": {
    title: "The operation takes no body",
    found: "A body with a request to an operation that reads none. An empty object is let pass.",
    effect: "The API ignores it: filters of a list belong in the query.",
    fix: "Move what the body holds into the query, or leave it out.",
    bad: block(`
      GET /v1/hris/employees
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
      Content-Type: application/json

      {"employment_statuses": ["ACTIVE"]}
    `),
    good: block(`
      GET /v1/hris/employees?employment_statuses=ACTIVE
      Authorization: Bearer ks_dev_example
      X-Integration-Id: sandbox:7C9M5sXAQx2cNMpVHLojrFpL
    `),
  },
} as const satisfies Record<string, RuleText>;
