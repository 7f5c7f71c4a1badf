import { expect, test } from "vitest";
import { refused, serve } from "./serve.ts";

interface Listed {
  readonly results: readonly { readonly id: string; readonly [field: string]: unknown }[];
  readonly next: null;
}

const records = "/_mock/records";

test("one record is answered as it is, many as a list", async () => {
  const { ask } = await serve();
  const one = await ask<{ id: string }>(`POST ${records}/hris.skills`, { body: { name: "Juggling" } });
  expect(one).toMatchObject({ status: 200, json: { id: expect.any(String), name: "Juggling" } });
  const two = await ask(`POST ${records}/hris.skills`, { body: [{ name: "One" }, {}] });
  expect(two).toMatchObject({ status: 200, json: { results: [{ name: "One" }, {}], next: null } });
  const three = await ask<Listed>(`POST ${records}/hris.skills?count=3`, { body: { name: "Same" } });
  expect(three.json.results.map(({ name }) => name)).toEqual(["Same", "Same", "Same"]);
  expect(await ask(`POST ${records}/hris.skills`)).toMatchObject({
    status: 200,
    json: { name: expect.any(String) },
  });
});

test("records are found by plain values in the query, by type of the field, and by JSON", async () => {
  const { ask } = await serve();
  const found = async (query: string) => {
    const { json } = await ask<Listed>(`GET ${records}/hris.employees?${query}`);
    return json.results.map(({ first_name }) => first_name);
  };
  const body = [
    { first_name: "Ümit & Co", weekly_hours: 12.25, work_email: null },
    { first_name: "null", weekly_hours: 12.25, manager: { first_name: "Grace" } },
  ];
  const made = await ask<Listed>(`POST ${records}/hris.employees`, { body });
  const [first, second] = made.json.results;
  expect(await found(`first_name=${encodeURIComponent("Ümit & Co")}`)).toEqual(["Ümit & Co"]);
  expect(await found("weekly_hours=12.25")).toEqual(["Ümit & Co", "null"]);
  expect(await found("weekly_hours=12.25&work_email=null")).toEqual(["Ümit & Co"]);
  expect(await found(`id=${second?.id}`)).toEqual(["null"]);
  expect(await found(`manager_id=${second?.["manager_id"]}`)).toEqual(["null"]);
  const where = encodeURIComponent(JSON.stringify({ first_name: "null", manager: { first_name: "Grace" } }));
  expect(await found(`where=${where}`)).toEqual(["null"]);
  expect(await found(`where=${where}&id=${first?.id}`)).toEqual([]);
});

test("booleans are compared as such", async () => {
  const { ask } = await serve();
  await ask(`POST ${records}/hris.absence-types`, { body: { name: "Errand", half_days_supported: true } });
  const { json } = await ask<Listed>(
    `GET ${records}/hris.absence-types?half_days_supported=true&name=Errand`,
  );
  expect(json.results).toHaveLength(1);
});

test("a change says which records it means in the query, and one of them by its id alone", async () => {
  const { ask } = await serve();
  const { json } = await ask<Listed>(`POST ${records}/hris.groups`, {
    body: [{ name: "One" }, { name: "Two" }],
  });
  const [one, two] = json.results;
  const changed = await ask(`PATCH ${records}/hris.groups?id=${one?.id}`, { body: { name: "Eins" } });
  expect(changed).toMatchObject({ status: 200, json: { id: one?.id, name: "Eins" } });
  const several = await ask(`PATCH ${records}/hris.groups?name=Two`, { body: { type: null } });
  expect(several).toMatchObject({
    status: 200,
    json: { results: [{ id: two?.id, type: null }], next: null },
  });
});

test("remove leaves what a sync would, purge nothing", async () => {
  const { ask } = await serve();
  const { json } = await ask<{ id: string }>(`POST ${records}/hris.groups`, { body: { name: "One" } });
  const path = `${records}/hris.groups?id=${json.id}`;
  expect(await ask(`DELETE ${path}`)).toEqual({ status: 200, json: {} });
  expect(await ask(`GET ${path}`)).toMatchObject({
    json: { results: [{ remote_deleted_at: "2026-01-15T09:00:00.000Z" }] },
  });
  expect(await ask(`DELETE ${path}&purge=true`)).toEqual({ status: 200, json: {} });
  expect(await ask(`GET ${path}`)).toEqual({ status: 200, json: { results: [], next: null } });
});

test("records of every integration can be meant, and wait for its sync", async () => {
  const { ask } = await serve();
  await ask("POST /_mock/integrations", { body: { tool: "personio", id: "personio:a/b c" } });
  const options = `integration_id=${encodeURIComponent("personio:a/b c")}`;
  const body = { first_name: "Ada" };
  await ask(`POST ${records}/hris.employees?${options}&visible=after-sync`, { body });
  const found = () => ask(`GET ${records}/hris.employees?${options}&first_name=Ada`);
  expect(await found()).toMatchObject({ json: { results: [] } });
  await ask(`POST /_mock/integrations/${encodeURIComponent("personio:a/b c")}/syncs`);
  expect(await found()).toMatchObject({ json: { results: [body] } });
  expect(await ask(`GET ${records}/hris.employees?first_name=Ada`)).toMatchObject({ json: { results: [] } });
});

test("each key has records of its own", async () => {
  const { ask } = await serve();
  await ask(`POST ${records}/hris.skills`, { key: "ks_dev_one", body: { name: "Juggling" } });
  const found = (key: string) => ask<Listed>(`GET ${records}/hris.skills?name=Juggling`, { key });
  expect((await found("ks_dev_one")).json.results).toHaveLength(1);
  expect((await found("ks_dev_two")).json.results).toEqual([]);
});

const tooLittle = "query must say which records are meant: ?id=… or ?first_name=Ada, and ?where={} for all.";

/** Calls that are no use, and what is said of each. */
const bad: Readonly<Record<string, readonly [call: string, body: unknown, message: unknown]>> = {
  "a misspelt key": [
    "POST /hris.employees",
    { absences: [{ typo: 1 }] },
    expect.stringMatching(
      /^body\.absences\[0\]\.typo is no field of hris\.absences\. Did you mean "type"\? Known: /,
    ),
  ],
  "a value of another type": [
    "POST /hris.employees",
    { first_name: 5 },
    "body.first_name must be a string or null, but is 5.",
  ],
  "no JSON": ["POST /hris.employees", "{", expect.stringContaining("body is not JSON")],
  "a number": ["POST /hris.employees", "5", "body must be an object, but is 5."],
  "a search for what is to be made": [
    "POST /hris.skills?name=One",
    {},
    "query must have nothing but integration_id, visible, due and count.",
  ],
  "a count that is none": ["POST /hris.skills?count=many", {}, expect.stringMatching(/^options\.count /)],
  "an unknown visibility": [
    "POST /hris.skills?visible=later",
    {},
    'options.visible must be one of "now", "after-sync", but is "later".',
  ],
  "an option of another call": [
    "GET /hris.skills?count=1",
    undefined,
    "options.count is not known; known are integration_id.",
  ],
  "a collection that does not exist": [
    "GET /hris.skill",
    undefined,
    expect.stringMatching(/^There is no collection "hris\.skill"\. Did you mean "hris\.skills"\?/),
  ],
  "a name that every object inherits": [
    "GET /constructor",
    undefined,
    expect.stringMatching(/^There is no collection "constructor"\./),
  ],
  "a misspelt field in the query": [
    "GET /hris.skills?nmae=One",
    undefined,
    expect.stringMatching(/^where\.nmae is no field of hris\.skills\. Did you mean "name"\?/),
  ],
  "a list in the query": [
    "GET /hris.employees?groups=One",
    undefined,
    'query.groups is no plain value; search with where={"groups":…}.',
  ],
  "a search that is no JSON": [
    "GET /hris.skills?where={",
    undefined,
    expect.stringMatching(/^query\.where is not JSON/),
  ],
  "a search that is no object": [
    "GET /hris.skills?where=[]",
    undefined,
    "where must be an object, but is a list.",
  ],
  "nothing that says what is to be changed": ["PATCH /hris.skills", { name: "One" }, tooLittle],
  "nothing that says what is to be removed": ["DELETE /hris.skills", undefined, tooLittle],
  "purging later": [
    "DELETE /hris.skills?where={}&purge=true&visible=after-sync",
    undefined,
    "options.visible is not known; known are integration_id.",
  ],
};

test.for(Object.entries(bad))("%s is a 400 that names the place", async ([, [call, body, message]]) => {
  const { ask } = await serve();
  const at = call.replace(" ", ` ${records}`).replace("{}", "%7B%7D").replace("={", "=%7B");
  expect(await ask(at, body === undefined ? {} : { body })).toMatchObject(
    refused(400, "PLATFORM.INPUT_INVALID", message),
  );
});

test("a record that does not exist is a 404", async () => {
  const { ask } = await serve();
  for (const method of ["PATCH", "DELETE"]) {
    expect(await ask(`${method} ${records}/hris.skills?id=nope`, { body: {} })).toMatchObject(
      refused(
        404,
        null,
        expect.stringMatching(/^"nope" is no record of "hris\.skills" in "sandbox:\w+"\. One that exists/),
      ),
    );
  }
});
