import { createMock, type WorldFile } from "@kombo-mock/msw";
import { hris } from "@kombo-mock/msw/hris";
import { expect, test } from "vitest";

const small = { extends: "small", generation: 1 } as const;
const people = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
const at = `integrations["${people}"]`;
const { cast } = createMock();

/** The faults for which a file is refused, each on its own. */
function faultsOf(world: unknown): string[] {
  try {
    // A test of what the types do not allow.
    createMock({ clock: "frozen", world: world as WorldFile });
  } catch (error) {
    const [, ...faults] = (error as Error).message.split("\n- ");
    return faults;
  }
  return [];
}

const records = (list: readonly unknown[], collection = "hris.employees"): WorldFile => ({
  ...small,
  integrations: { [people]: { records: { [collection]: list as readonly Record<string, unknown>[] } } },
});
const first = `${at}.records["hris.employees"][0]`;
const { id } = cast.employee;

const faults: Readonly<Record<string, readonly [file: unknown, ...faults: (string | RegExp)[]]>> = {
  "no object": [null, "The file must hold an object, but holds null."],
  "a list": [[], "The file must hold an object, but holds a list."],
  "no world and no generation": [
    {},
    'generation is missing; it says which bytes of the world are meant: "generation": 1.',
    "extends is missing; name the world that the file differs from: small, demo, edge, large, empty.",
  ],
  "an unknown world": [
    { ...small, extends: "smal" },
    'extends: "smal" is no world. Did you mean "small"? There are small, demo, edge, large, empty.',
  ],
  "another generation": [
    { ...small, generation: 2 },
    /^generation: the file is of generation 2, and this version .* generation 1.* write it anew with this one/,
  ],
  "top-level keys": [
    { ...small, seed: "x", integration: {}, clock: { mode: "fast" } },
    /^seed must be number/,
    'clock.mode must be one of "system", "real", "frozen", but is "fast".',
    /^integration is not known; known are \$schema, extends/,
  ],
  "an unknown integration": [
    { ...small, integrations: { [`${people}x`]: { status: "ACTIVE" }, "nope:1": null } },
    new RegExp(`^integrations\\["${people}x"\\]\\.tool is missing; .* Did you mean "${people}"\\?`),
    /^integrations\["nope:1"\]: The world "small" has no integration "nope:1"\./,
  ],
  "settings of an integration": [
    {
      ...small,
      integrations: {
        [people]: {
          status: "BROKEN",
          colour: "red",
          coverage: { hris_nope: "SUPPORTED" },
          scope: { settings: { x: "ENABLED" } },
        },
        "personio:a": { tool: "personio", category: "ATS", records: [] },
      },
    },
    `${at}.status must be one of "ACTIVE", "INVALID", "INACTIVE", but is "BROKEN".`,
    /colour is not known; known are tool, category/,
    /\.coverage: "hris_nope" is no model or action of HRIS\./,
    /\.scope\.settings: "x" is no model or action of HRIS\./,
    'integrations["personio:a"].records must be an object, but is a list.',
  ],
  "another tool than the world's": [
    { ...small, integrations: { [people]: { tool: "workday" } } },
    /\.tool: the world's ".*" has "sandbox"\. Leave tool out, or say "created": true/,
  ],
  "an unknown collection": [
    records([], "hris.employes"),
    /\["hris.employes"\]: There is no collection "hris.employes". Did you mean "hris.employees"?/,
  ],
  "a collection of another category": [
    records([], "ats.jobs"),
    /records\["ats.jobs"\]: ".*" \(HRIS, .*\) has no "ats.jobs"\./,
  ],
  "misspelt, mistyped and nested values of a new record": [
    records([
      {
        first_nam: "Ada",
        last_name: 5,
        manager: { nationality: 5 },
        absences: [{}, { status: 1, typ: {} }],
      },
    ]),
    /\[0\]\.first_nam is no field of hris.employees. Did you mean "first_name"?/,
    `${first}.last_name must be a string or null, but is 5.`,
    `${first}.manager.nationality must be a string or null, but is 5.`,
    `${first}.absences[1].status must be a string or null, but is 1.`,
    /\.absences\[1\]\.typ is no field of hris.absences. Did you mean "type"?/,
  ],
  "misspelt and mistyped values of the world's record": [
    records([
      {
        id,
        first_nam: "Ada",
        start_date: "yesterday",
        manager_id: "nobody",
        home_address: { town: "x" },
        teams: [{ nam: "x" }],
      },
    ]),
    /\[0\]\.first_nam is no field of hris.employees. Did you mean "first_name"?/,
    /\.start_date must be a date and time such as/,
    /\.home_address\.town is no field of/,
    /\.teams\[0\]\.nam is no field of/,
    /\.manager_id: "nobody" is no record of "hris.employees"/,
  ],
  "ids of records": [
    records([
      { id: "nobody", first_name: "Ada" },
      { id: 5 },
      { id },
      { id, purged: true },
      { purged: true },
      7,
    ]),
    /\[0\]\.id: "nobody" is no record of "hris.employees" in .* Leave id out for a new record/,
    `${at}.records["hris.employees"][1].id must be a string, but is 5.`,
    `${at}.records["hris.employees"][3].id: "${id}" is told twice.`,
    /\[4\]\.id is missing; a record that is purged is told with its id\./,
    `${at}.records["hris.employees"][5] must be an object, but is 7.`,
  ],
  "a record that is purged and more": [
    records([{ id, purged: true, first_name: "Ada" }]),
    `${first}.first_name cannot be given: the record is purged.`,
  ],
  "a created record that the world has": [
    records([{ id, created: true }]),
    `${first}.created: the world has "${id}" already; leave created out to change it.`,
  ],
  "what waits for a sync": [
    {
      ...small,
      integrations: {
        [people]: {
          pending: [
            { kind: "add" },
            { kind: "patch", collection: "hris.employees", id, values: { first_name: 4 } },
            { kind: "delete", collection: "hris.employees", id: "nobody" },
            { kind: "delete", collection: "hris.employees" },
          ],
        },
      },
    },
    `${at}.pending[0].kind must be one of "insert", "patch", "delete", but is "add".`,
    `${at}.pending[0].collection is missing; it is required.`,
    `${at}.pending[1].values.first_name must be a string or null, but is 4.`,
    `${at}.pending[3].id is missing; it says which record is meant.`,
    /\.pending\[2\]\.id: "nobody" is no record of "hris.employees"/,
  ],
  "parts of no integration": [
    { ...small, connect_links: [{ token: "x" }], counter: -1, order: ["nope"] },
    "connect_links[0].kind is missing; it is required.",
    ...Array.from({ length: 9 }, () => /^connect_links\[0\]\./),
    /^counter must be/,
    'order[0]: there is no integration "nope".',
  ],
};

test.for(Object.entries(faults))("%s", ([, [file, ...expected]]) => {
  expect(faultsOf(file)).toEqual(
    expected.map((fault) => (typeof fault === "string" ? fault : expect.stringMatching(fault))),
  );
});

test("a file with a fault changes nothing, and the whole list is told", async () => {
  const mock = createMock({ clock: "frozen" });
  await mock.update("hris.employees", id, { first_name: "Zed" });
  const before = await mock.exportState();
  await expect(mock.importState(records([{ first_nam: "Ada" }, { last_name: 5 }]))).rejects.toThrow(
    /^The world file has 2 faults, and nothing of it was taken:\n- .*\n- /,
  );
  expect(await mock.exportState()).toEqual(before);
});

test("a state of another world, seed or date is refused by a running mock, with the way to begin with it", async () => {
  const mock = createMock({ clock: "frozen" });
  const messageOf = (file: WorldFile) => mock.importState(file).catch(({ message }: Error) => message);
  expect(await messageOf({ ...small, extends: "edge", seed: 2, date: "2026-01-16" })).toBe(
    [
      "The world file has 3 faults, and nothing of it was taken:",
      ...[
        `extends: the file differs from the world "edge", and this mock's is "small".`,
        "seed: the file's world is made with the seed 2, and this mock's with 1.",
        `date: the file's world is of "2026-01-16", and this mock's of "2026-01-15".`,
      ].map(
        (fault) =>
          `${fault} Start a mock with the file: createMock({ world: file }), or kombo-mock serve --world <file>.json.`,
      ),
    ].join("\n- "),
  );
});

test("records of a domain that is not loaded are refused, and named", () => {
  const file = {
    ...small,
    integrations: { "sandbox:koafNyKQ3NXjmpFfYL2ayPiq": { records: { "ats.jobs": [] } } },
  };
  expect(() => createMock({ domains: [hris], world: file })).toThrow(
    /records\["ats.jobs"\]: There is no collection "ats.jobs"/,
  );
});
