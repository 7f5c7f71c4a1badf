import { answering, type Condition, failing } from "./condition.ts";

const html = `<html>
<head><title>502 Bad Gateway</title></head>
<body><center><h1>502 Bad Gateway</h1></center></body>
</html>
`;

/** Requests that fail, on the platform's side or the tool's. */
export const failingConditions = {
  // Faults of the platform
  "rate-limited": {
    does: "Every request is refused with PLATFORM.RATE_LIMIT_EXCEEDED.",
    tools: { HRIS: "bamboohr", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.RATE_LIMIT_EXCEEDED", "The quota of requests is used up.")],
  },
  "rate-limited-twice": {
    does: "The first two requests are refused with PLATFORM.RATE_LIMIT_EXCEEDED, then all is well.",
    tools: { HRIS: "personio", ATS: "lever", ASSESSMENT: "icims" },
    about: "environment",
    faults: [
      failing("platform", "PLATFORM.RATE_LIMIT_EXCEEDED", "The quota of requests is used up for now.", {
        times: 2,
      }),
    ],
  },
  "concurrency-limited": {
    does: "Every request is refused with PLATFORM.CONCURRENCY_LIMIT_EXCEEDED.",
    tools: { HRIS: "workday", ATS: "ashby" },
    faults: [
      failing("platform", "PLATFORM.CONCURRENCY_LIMIT_EXCEEDED", "Too many actions are under way at once."),
    ],
  },
  "unknown-error": {
    does: "Every request fails with PLATFORM.UNKNOWN_ERROR, status 500.",
    tools: { HRIS: "hibob", ATS: "recruitee", ASSESSMENT: "avature" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.UNKNOWN_ERROR", "Something unexpected went wrong.")],
  },
  "timed-out": {
    does: "Every request fails with PLATFORM.TASK_TIMED_OUT, status 504.",
    tools: { HRIS: "factorial", ATS: "teamtailor" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.TASK_TIMED_OUT", "The request took too long.")],
  },
  "bad-gateway": {
    does: "Every request is answered by a load balancer: 502 with a page of HTML.",
    tools: { HRIS: "deel", ATS: "workable", ASSESSMENT: "eightfold" },
    about: "environment",
    faults: [
      {
        stage: "platform",
        effect: { kind: "response", status: 502, headers: { "content-type": "text/html" }, body: html },
      },
    ],
  },
  flaky: {
    does: "Every third request fails with PLATFORM.UNKNOWN_ERROR.",
    tools: { HRIS: "humaans", ATS: "onlyfy", ASSESSMENT: "jobvite" },
    about: "environment",
    faults: [failing("platform", "PLATFORM.UNKNOWN_ERROR", "It fails now and then.", { every: 3 })],
  },
  slow: {
    does: "Every answer takes two seconds.",
    tools: { HRIS: "successfactors", ATS: "pinpoint" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "latency", milliseconds: 2_000 } }],
  },
  hanging: {
    does: "No request is ever answered: only a time limit of the client ends it.",
    tools: { HRIS: "workday", ATS: "lever" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "abort", how: "hang" } }],
  },
  "connection-reset": {
    does: "The connection breaks before anything is answered, or done.",
    tools: { HRIS: "bamboohr", ATS: "greenhouse" },
    about: "environment",
    faults: [{ stage: "platform", effect: { kind: "abort", how: "reset" } }],
  },
  "truncated-body": {
    does: "Every answer breaks off in the middle of its body.",
    tools: { HRIS: "personio", ATS: "ashby" },
    about: "environment",
    faults: [answering({ kind: "abort", how: "truncate" })],
  },
  "malformed-body": {
    does: "The body of every answer is no JSON, although its header says so.",
    tools: { HRIS: "hibob", ATS: "recruitee" },
    about: "environment",
    faults: [answering({ kind: "abort", how: "malformed" })],
  },
  // Faults of the tool, which only valid writes reach
  "permission-missing": {
    does: "The stored credentials lack a permission in the tool: valid writes fail with INTEGRATION.PERMISSION_MISSING.",
    tools: { HRIS: "successfactors", ATS: "greenhouse", ASSESSMENT: "smartrecruiters" },
    faults: [
      failing(
        "remote",
        "INTEGRATION.PERMISSION_MISSING",
        "The user of the connection lacks a permission in the tool.",
      ),
    ],
  },
  "remote-down": {
    does: "The tool is down: valid writes fail with REMOTE.SERVICE_UNAVAILABLE.",
    tools: { HRIS: "workday", ATS: "lever", ASSESSMENT: "icims" },
    faults: [failing("remote", "REMOTE.SERVICE_UNAVAILABLE", "The tool does not answer.")],
  },
  "remote-rate-limited": {
    does: "The tool takes no more requests for now: valid writes fail with REMOTE.RATE_LIMIT_EXCEEDED.",
    tools: { HRIS: "hibob", ATS: "teamtailor", ASSESSMENT: "avature" },
    faults: [failing("remote", "REMOTE.RATE_LIMIT_EXCEEDED", "The tool takes no more requests for now.")],
  },
  "remote-input-invalid": {
    does: "The tool rejects what it is sent: valid writes fail with REMOTE.INPUT_INVALID.",
    tools: { HRIS: "personio", ATS: "recruitee", ASSESSMENT: "jobvite" },
    faults: [failing("remote", "REMOTE.INPUT_INVALID", "The tool rejected a value.")],
  },
  "remote-unknown-error": {
    does: "The tool answers what nobody expects: valid writes fail with REMOTE.UNKNOWN_HTTP_ERROR.",
    tools: { HRIS: "factorial", ATS: "workable", ASSESSMENT: "eightfold" },
    faults: [failing("remote", "REMOTE.UNKNOWN_HTTP_ERROR", "The tool answered 418.")],
  },
  "answer-lost": {
    does: "The first write of each kind is done, but the connection breaks before its answer: trying again writes a second time.",
    tools: { HRIS: "bamboohr", ATS: "ashby", ASSESSMENT: "avature" },
    faults: [{ ...answering({ kind: "abort", how: "reset" }), times: 1, perWrite: true }],
  },
} as const satisfies Readonly<Record<string, Condition>>;
