const headers = {
  Authorization: "Bearer ks_dev_secretsecret",
  "X-Integration-Id": "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3",
};
const url = "https://api.kombo.dev/v1/hris/employees?pagesize=4711";
const page = { status: "success", data: { results: [], next: null } };
const pairs = (given: Readonly<Record<string, string>>) =>
  Object.entries(given).map(([name, value]) => ({ name, value }));

/** The same exchange, a list of employees with one misspelt parameter, as everybody's recorder writes it. */
export const recordings: Readonly<Record<string, unknown>> = {
  "browser.har": {
    log: {
      version: "1.2",
      creator: { name: "test", version: "1" },
      entries: [
        {
          request: { method: "GET", url, headers: pairs(headers), bodySize: 0 },
          response: {
            status: 200,
            headers: pairs({ "content-type": "application/json" }),
            content: { mimeType: "application/json", text: JSON.stringify(page) },
          },
        },
      ],
    },
  },
  "polly_1234/recording.har": {
    log: {
      _recordingName: "sync",
      creator: { name: "Polly.JS", version: "6.0.6" },
      entries: [
        {
          _id: "a1",
          request: { method: "GET", url, headers: [], bodySize: 0 },
          response: {
            status: 200,
            headers: [],
            content: { mimeType: "application/json", encoding: "base64", text: btoa(JSON.stringify(page)) },
          },
        },
      ],
    },
  },
  "cassette.yml": `---
http_interactions:
- request:
    method: get
    uri: ${url}
    body:
      encoding: US-ASCII
      string: ''
    headers:
      Authorization:
      - Bearer <KEY>
      X-Integration-Id:
      - sandbox:1
  response:
    status:
      code: 200
      message: OK
    headers:
      Content-Type:
      - application/json
    body:
      encoding: UTF-8
      string: '${JSON.stringify(page)}'
recorded_with: VCR 6.3.1
`,
  "vcrpy.yaml": `interactions:
- request:
    body: null
    headers:
      accept: ['*/*']
    method: GET
    uri: ${url}
  response:
    body: {string: '${JSON.stringify(page)}'}
    headers: {content-type: [application/json]}
    status: {code: 200, message: OK}
version: 1
`,
  "nock.json": [
    {
      scope: "https://api.kombo.dev:443",
      method: "GET",
      path: "/v1/hris/employees?pagesize=4711",
      body: "",
      status: 200,
      response: page,
      rawHeaders: ["Content-Type", "application/json"],
    },
  ],
  "journal.ndjson": `${JSON.stringify({
    request: { method: "GET", url: "/v1/hris/employees?pagesize=4711", headers },
    answer: { status: 200, headers: { "content-type": "application/json" }, body: { size: 4000 } },
    test: "lists employees",
  })}\n{"request":{"meth`,
  "own.json": {
    request: { method: "GET", url, headers, body: null },
    answer: { status: 200, headers: { "content-type": "application/json" }, body: page },
  },
};
