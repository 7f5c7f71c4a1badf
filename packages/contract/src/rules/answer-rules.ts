import { block, type RuleText } from "./rule-text.ts";

const request = `
      GET /v1/check-api-key
      Authorization: Bearer ks_dev_example
`;
const right = block(`${request}
      --- answer 200
      Content-Type: application/json

      {"status": "success", "data": {"environment_id": "ELbdBQmMJbPLQoHvzVKYQ9tT", "customer_id": "ELbdBQmMJbPLQoHvzVKYQ9tT"}}
`);
const effect =
  "Nothing is wrong with the request. What reads the answer may fail: the official SDKs refuse such an answer, or hand out values that their types rule out.";
const fix =
  "In a recording or a fixture of your own: record it again, or write what the message allows. From the API itself: the description is behind or the API has a fault; please report it. From the mock: it is the mock's fault; please report it.";

/** Rules about answers. */
export const answerRules = {
  "answer-status": {
    title: "The answer has a status that the API does not use",
    found: "A status that is neither 200 nor one of an error.",
    effect,
    fix: `The API answers each success with 200, also when something was created or deleted. ${fix}`,
    bad: block(`${request}
      --- answer 204
      Content-Type: application/json

      {"status": "success", "data": {"environment_id": "ELbdBQmMJbPLQoHvzVKYQ9tT", "customer_id": "ELbdBQmMJbPLQoHvzVKYQ9tT"}}
    `),
    good: right,
  },
  "answer-content-type": {
    title: "The answer is not JSON by its content type",
    found: "An answer whose `Content-Type` is missing or another than `application/json`.",
    effect: `${effect} Load balancers in front of an API answer so when it is down.`,
    fix,
    bad: block(`${request}
      --- answer 200
      Content-Type: text/html

      <h1>Welcome</h1>
    `),
    good: right,
  },
  "malformed-answer": {
    title: "The answer is not JSON",
    found: "An answer that calls itself JSON and breaks off, or is something else.",
    effect,
    fix,
    bad: block(`${request}
      --- answer 200
      Content-Type: application/json

      {"status": "success", "data": {"environment_id": "ELb
    `),
    good: right,
  },
  "invalid-answer": {
    title: "The answer is not what the document describes",
    found:
      "A required key that is missing, null where nothing may be null, a word that a closed list does not have, or an error code of another family.",
    effect,
    fix,
    bad: block(`${request}
      --- answer 200
      Content-Type: application/json

      {"status": "success", "data": {"environment_id": null, "customer_id": "ELbdBQmMJbPLQoHvzVKYQ9tT"}}
    `),
    good: right,
  },
  "guessed-answer": {
    title: "The answer rests on something that nobody published",
    found: "An answer of the mock with the header `x-kombo-mock-assumes`, which names the guess.",
    effect: "The real API may answer differently: another status, another code, another boundary.",
    fix: "Nothing has to change. Where your code relies on it, see whether it would also stand the other choices: `createMock({ assume })` makes them.",
    bad: block(`
      GET /v1/integrations/factorial:8d1hpPsbjxUkoCoa1veLZGe5
      Authorization: Bearer ks_dev_example

      --- answer 404
      Content-Type: application/json
      X-Kombo-Mock-Assumes: integration-not-found-status

      {"status": "error", "error": {"code": "PLATFORM.INTEGRATION_NOT_FOUND", "title": "Not found", "message": "There is no such integration.", "log_url": null}}
    `),
    good: right,
  },
} as const satisfies Record<string, RuleText>;
