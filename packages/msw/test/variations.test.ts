import { checkAnswer } from "@kombo-mock/contract";
import { parseVariation, possibleVariations, printVariation } from "@kombo-mock/contract/variation";
import { choicesAt } from "@kombo-mock/factories";
import { createMock, komboHttp, type Mock } from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test, vi } from "vitest";
import { requestsOf } from "./document-requests.ts";

vi.setConfig({ testTimeout: 60_000 });

// Where seeds go that name no integration.
const integration = "sandbox:4sg9wjDCdwVZQc3ZJQKoAWn3";
const names = Object.keys(operations) as Operation[];

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly data: { readonly results: readonly Row[]; readonly next: string | null };
}
type Row = Readonly<Record<string, unknown>> & { readonly id: string };

async function send(mock: Mock, call: string, body?: unknown, id = integration): Promise<Answer> {
  const [method = "", path = ""] = call.split(" ");
  const answer = await mock.fetch(mock.baseUrl + path, {
    method,
    headers: {
      authorization: "Bearer ks_dev_mock",
      "x-integration-id": id,
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json = answer.headers.get("content-type")?.includes("json") ? await answer.json() : {};
  return { ...(json as Pick<Answer, "data">), status: answer.status, headers: answer.headers };
}

/** All records of a list, page by page. */
async function rowsOf(mock: Mock, path: string, id = integration): Promise<{ rows: Row[]; pages: number }> {
  const rows: Row[] = [];
  let pages = 0;
  for (let cursor: string | null = ""; cursor !== null; pages++) {
    const { data }: Answer = await send(mock, `GET ${path}?cursor=${cursor}`, undefined, id);
    rows.push(...data.results);
    cursor = data.next;
  }
  return { rows, pages };
}

/** Some of the variations of an operation, by chance. */
function someOf(operation: Operation, seed: number, share: number): string[] {
  return possibleVariations(operation, document)
    .filter(({ at }) => at !== "fault")
    .filter((one) => choicesAt(seed, "variations", printVariation(one)).chance(share))
    .map(printVariation);
}

test.each(names)("varied answers of %s keep to the document", async (name) => {
  const example = requestsOf(name)[0];
  if (!example) throw new Error(`"${name}" has no example.`);
  const { method, path, headers, body } = example;
  const bodyOf = async (mock: Mock) => {
    const init = { method, headers, ...(body === undefined ? {} : { body }) };
    return (await mock.fetch(`${mock.baseUrl}${path}`, init)).text();
  };
  for (const seed of [1, 2, 3]) {
    const mock = createMock({ clock: "frozen", checkAnswer, variations: someOf(name, seed, 0.4) });
    await bodyOf(mock);
    expect((await mock.contract()).filter(({ violation }) => violation.blame === "provider")).toEqual([]);
  }
});

const lists = names.filter((name) => possibleVariations(name, document).some(({ at }) => at === "pages"));

test.each(["small", "edge"] as const)("varied lists of the world %s keep to the document", async (world) => {
  let varied = 0;
  for (const [index, name] of lists.entries()) {
    const category = operations[name].domain.toUpperCase();
    const variations = someOf(name, index, 0.3).filter((text) => !text.includes("pages=empty"));
    const mock = createMock({ clock: "frozen", world, checkAnswer, variations });
    const plain = createMock({ clock: "frozen", world });
    for (const { id } of (await mock.integrations.list()).filter((one) => one.category === category)) {
      const { status } = await send(plain, name, undefined, id);
      if (status !== 200) continue;
      const [before, after] = [await send(plain, name, undefined, id), await send(mock, name, undefined, id)];
      if (JSON.stringify(before.data) !== JSON.stringify(after.data)) varied++;
    }
    expect((await mock.contract()).filter(({ violation }) => violation.blame === "provider")).toEqual([]);
  }
  expect(varied).toBeGreaterThan(30);
});

test("the first of small pages holds one record, and all of them hold what there is", async () => {
  const [plain, small] = [undefined, ["GET /hris/employees pages=small"]].map((variations) =>
    createMock({ ...(variations ? { variations } : {}) }),
  ) as [Mock, Mock];
  const before = await rowsOf(plain, "/hris/employees");
  const after = await rowsOf(small, "/hris/employees");
  expect([before.pages, after.pages]).toEqual([1, 2]);
  expect(after.rows).toEqual(before.rows);
  expect((await send(small, "GET /hris/employees")).data.results).toHaveLength(1);
});

test("the last page may be an empty one", async () => {
  const mock = createMock({ variations: ["GET /hris/groups pages=empty-last"] });
  const first = await send(mock, "GET /hris/groups");
  const last = await send(mock, `GET /hris/groups?cursor=${first.data.next}`);
  expect(last.data).toEqual({ results: [], next: null });
});

test.each([
  { change: "429", want: { status: 429, wait: "1" } },
  { change: "503", want: { status: 503, wait: "1" } },
])("a planned $change is met once, and tells how long to wait", async ({ change, want }) => {
  const mock = createMock({ variations: [`GET /hris/groups fault=${change}`] });
  const { status, headers } = await send(mock, "GET /hris/groups");
  expect({ status, wait: headers.get("retry-after") }).toEqual(want);
  expect((await send(mock, "GET /hris/groups")).status).toBe(200);
});

test("a planned reset breaks off one request", async () => {
  const mock = createMock({ variations: ["GET /hris/groups fault=reset"] });
  await expect(send(mock, "GET /hris/groups")).rejects.toThrow(TypeError);
  expect((await send(mock, "GET /hris/groups")).status).toBe(200);
});

test("a test's own faults, stubs and overrides come as it says", async () => {
  const variations = ["GET /hris/groups fault=503", "GET /hris/groups name=null"];
  const mock = createMock({ variations });
  await mock.fail("GET /hris/groups", "PLATFORM.UNKNOWN_ERROR", { times: 1 });
  expect((await send(mock, "GET /hris/groups")).status).toBe(500);
  const [group] = (await send(createMock({}), "GET /hris/groups")).data.results;
  // A row as the list answers it.
  const data = { results: [{ ...group, name: "Stubbed" } as never], next: null };
  await mock.stub("GET /hris/groups", { body: { status: "success", data } }, { times: 1 });
  expect((await send(mock, "GET /hris/groups")).data).toEqual(data);
  mock.use(komboHttp.get("/hris/groups", async ({ original }) => original()));
  expect((await send(mock, "GET /hris/groups")).data.results[0]).toEqual(group);
});

test("what a test seeded stays, what follows from it too, and all else is varied", async () => {
  const variations = possibleVariations("GET /hris/employees", document)
    .filter(({ at, change }) => change === "null" && !at.includes("."))
    .map(printVariation);
  const mock = createMock({ variations });
  const { id } = await mock.create("hris.employees", { first_name: "Ada", work_email: "ada@example.com" });
  const { rows } = await rowsOf(mock, "/hris/employees");
  const seeded = rows.find((one) => one.id === id);
  expect(seeded).toMatchObject({ first_name: "Ada", work_email: "ada@example.com" });
  expect(seeded?.["display_full_name"]).toContain("Ada");
  expect(seeded).toMatchObject({ job_title: null, home_address: null });
  expect(rows.filter((one) => one["work_email"] !== null)).toEqual([seeded]);
});

test("a list that is emptied keeps what was seeded", async () => {
  const variations = ["GET /hris/employees pages=empty", "GET /hris/groups pages=empty"];
  const mock = createMock({ variations });
  await mock.create("hris.groups", { name: "Night shift" });
  expect((await rowsOf(mock, "/hris/employees")).rows).toEqual([]);
  expect((await rowsOf(mock, "/hris/groups")).rows).toMatchObject([{ name: "Night shift" }]);
});

test("what was shown in one way is shown so as long as its record does not change", async () => {
  const mock = createMock({ variations: ["GET /hris/groups name=null"] });
  const plain = (await rowsOf(createMock({}), "/hris/groups")).rows;
  const [one] = plain;
  expect((await rowsOf(mock, "/hris/groups")).rows.map(({ name }) => name)).toEqual(plain.map(() => null));
  await mock.create("hris.groups", { name: String(one?.["name"]) });
  const nameOfOne = async () =>
    (await rowsOf(mock, "/hris/groups")).rows.find(({ id }) => id === one?.id)?.["name"];
  expect(await nameOfOne()).toBeNull();
  await mock.update("hris.groups", one?.id ?? "", { name: "Night shift" });
  expect(await nameOfOne()).toBe("Night shift");
});

test("a balance that follows from a seeded absence stays", async () => {
  const variations = ["GET /hris/time-off-balances balance=huge", "GET /hris/time-off-balances used=null"];
  const [plain, mock] = [createMock({}), createMock({ variations })];
  const seed = async (to: Mock) => {
    const [balance] = (await rowsOf(createMock({}), "/hris/time-off-balances")).rows;
    const { employee_id, type_id } = balance as { employee_id: string; type_id: string } & Row;
    await to.create("hris.absences", { employee_id, type_id } as never);
    return employee_id;
  };
  const employee = await seed(plain);
  await seed(mock);
  const ofEmployee = async (from: Mock) =>
    (await rowsOf(from, "/hris/time-off-balances")).rows.filter((one) => one["employee_id"] === employee);
  const want = await ofEmployee(plain);
  expect(want.length).toBeGreaterThan(0);
  expect(await ofEmployee(mock)).toEqual(want);
  const others = (await rowsOf(mock, "/hris/time-off-balances")).rows;
  expect(others.some((one) => one["balance"] === Number.MAX_SAFE_INTEGER)).toBe(true);
});

test("what a filter asks for is what comes", async () => {
  const variations = ["GET /hris/employees employment_status=LEAVE", "GET /hris/employees first_name=null"];
  const mock = createMock({ variations });
  const { data } = await send(mock, "GET /hris/employees?employment_statuses=ACTIVE");
  expect(data.results.length).toBeGreaterThan(1);
  expect(new Set(data.results.map((one) => one["employment_status"]))).toEqual(new Set(["ACTIVE"]));
  expect(new Set(data.results.map((one) => one["first_name"]))).toEqual(new Set([null]));
});

test("whatever is varied, any seeded value comes back", async () => {
  const given = { first_name: "Zoë", last_name: "Łukasiewicz-Ó", job_title: "Clerk", nationality: "PL" };
  for (let seed = 0; seed < 40; seed++) {
    const mock = createMock({ variations: someOf("GET /hris/employees", seed, 0.5) });
    const made = await mock.create("hris.employees", given);
    await mock.update("hris.employees", made.id, { termination_date: "2026-03-31T00:00:00.000Z" });
    const { rows } = await rowsOf(mock, "/hris/employees");
    const found = rows.find(({ id }) => id === made.id);
    expect(found).toMatchObject({ ...given, termination_date: "2026-03-31T00:00:00.000Z" });
    expect(found).toMatchObject({
      employment_status: made.employment_status,
      display_full_name: made.display_full_name,
      manager_id: made.manager_id,
    });
  }
});

test("without variations an answer is the same bytes as with those of other operations", async () => {
  const textOf = async (mock: Mock) => JSON.stringify((await rowsOf(mock, "/hris/employees")).rows);
  const other = createMock({ variations: ["GET /hris/groups name=null"] });
  expect(await textOf(other)).toBe(await textOf(createMock({})));
});

test("a variation that cannot be read is refused when the mock is made", () => {
  expect(() => createMock({ variations: ["GET /hris/employes work_email=null"] })).toThrow(
    'Did you mean "GET /hris/employees"?',
  );
  expect(parseVariation("GET /hris/employees work_email=null").at).toBe("work_email");
});

test("with `varyGiven` what a test gave is varied too, and ids are not", async () => {
  const given = { variations: ["GET /hris/groups name=null"] };
  const namesWith = async (varyGiven: boolean) => {
    const mock = createMock({ ...given, varyGiven });
    const { id } = await mock.create("hris.groups", { name: "Tools" });
    const { rows } = await rowsOf(mock, "/hris/groups");
    return rows.find((one) => one.id === id)?.["name"];
  };
  expect(await namesWith(false)).toBe("Tools");
  expect(await namesWith(true)).toBeNull();
});
