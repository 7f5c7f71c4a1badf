import { expect, test } from "vitest";
import type { SchemaObject } from "../scripts/document.ts";
import { resolve } from "../scripts/document.ts";
import { limitsBelow, valuesAt } from "./places.ts";
import { document, exchanges, readJson, webhooks } from "./schemas.ts";

/** One limit of the source: in which part of the operation, at which path there, which keyword, with which value. */
type Limit = readonly [part: string, path: string, keyword: string, value: unknown];

const facts = readJson("facts/limits.json") as Readonly<Record<string, readonly Limit[]>>;

/** By operation or webhook, its parts: what is in the path and the query, the request, the answer. */
const parts = new Map<string, Readonly<Record<string, SchemaObject>>>([
  ...exchanges.map(({ name, operation, request = {}, answer = {} }) => {
    const parameters = (operation.parameters ?? []).map((one) => resolve(document, one));
    const inPart = (part: string): SchemaObject => ({
      properties: Object.fromEntries(
        parameters.filter((one) => one.in === part).map((one) => [one.name, one.schema]),
      ),
    });
    return [name, { path: inPart("path"), query: inPart("query"), request, 200: answer }] as const;
  }),
  ...webhooks.map(({ name, request = {} }) => [name, { webhook: request }] as const),
]);

function isStated(name: string, [part, path, keyword, value]: Limit): boolean {
  const stated = valuesAt(parts.get(name)?.[part] ?? {}, path, keyword);
  return stated.some((one) => JSON.stringify(one) === JSON.stringify(value));
}

/** What the source says and we leave out, with the reason. */
const missing = [
  // Two forms of the same text, one with a pattern and one without: the one without decides.
  "GET /hris/timesheets 200 data.results[].breaks[].started_at pattern",
  "GET /hris/timesheets 200 data.results[].breaks[].ended_at pattern",
];

const absences = ["GET /hris/absences 200 data.results[]", "POST /hris/absences 200 data"];
const deletion = "DELETE /hris/absences/{absence_id} 200 data";
const jobs = "GET /ai-apply/unified-api/jobs 200 data.results[]";
const feedback = "GET /custom/datev/eau-requests/{eau_id} 200 data.raw.feedbacks_from_health_insurance[]";

/** What we say and the source does not, with the reason. */
const added = [
  // The source types them as null alone; its examples are days and times of day.
  ...[...absences, deletion].flatMap((place) => [
    `${place}.start_date format`,
    `${place}.end_date format`,
    `${place}.start_time pattern`,
    `${place}.end_time pattern`,
  ]),
  // Objects of which the source names no key: that any may be there is what it means.
  ...[
    "custom_fields",
    "remote_data",
    "integration_fields[]",
    "stages[]",
    "job_postings[]",
    "hiring_team[]",
  ].map((key) => `${jobs}.${key} additionalProperties`),
  "POST /ai-apply/postings/{posting_id}/inquire 200 data.application_form[].children[] additionalProperties",
  // The source says so in words alone.
  ...[
    "contact_person.gender_contact_person",
    "contact_person.name2_health_insurance",
    "contact_person.name3_health_insurance",
    "incapacity_for_work.start_hospitalisation",
    "incapacity_for_work.end_hospitalisation",
  ].map((key) => `${feedback}.${key} deprecated`),
];

test("the facts are about every operation and webhook that has a limit", () => {
  const limited = [...parts].filter(([, inParts]) =>
    Object.values(inParts).some((schema) => limitsBelow(schema).length > 0),
  );
  expect(Object.keys(facts).sort()).toEqual(limited.map(([name]) => name).sort());
  expect(Object.values(facts).flat()).toHaveLength(1225);
});

test("every limit of the source is stated, but for those left out with a reason", () => {
  const gone = Object.entries(facts).flatMap(([name, limits]) =>
    limits
      .filter((limit) => !isStated(name, limit))
      .map(([part, path, keyword]) => `${name} ${part} ${path} ${keyword}`),
  );
  expect(gone.sort()).toEqual(missing.toSorted());
});

test("every limit that is stated is the source's, but for those added with a reason", () => {
  const more = [...parts].flatMap(([name, inParts]) =>
    Object.entries(inParts).flatMap(([part, schema]) => {
      const known = new Set(
        (facts[name] ?? []).filter(([inPart]) => inPart === part).map(([, ...rest]) => JSON.stringify(rest)),
      );
      return limitsBelow(schema)
        .filter((limit) => !known.has(JSON.stringify(limit)))
        .map(([path, keyword]) => `${name} ${part} ${path} ${keyword}`);
    }),
  );
  expect([...new Set(more)].sort()).toEqual(added.toSorted());
});

const pageSize = "GET /hris/employees";

test.each([
  { limit: ["query", "page_size", "maximum", 250], stated: true },
  { limit: ["query", "page_size", "maximum", 251], stated: false },
  { limit: ["query", "page_size", "minimum", 250], stated: false },
  { limit: ["query", "page_sizes", "maximum", 250], stated: false },
  { limit: ["200", "page_size", "maximum", 250], stated: false },
] as const)("whether $limit is stated for a list: $stated", ({ limit, stated }) => {
  expect(isStated(pageSize, limit)).toBe(stated);
});
