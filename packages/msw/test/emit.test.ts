import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type Mock } from "@kombo-mock/msw";
import { operations } from "@kombo-mock/openapi";
import { describe, expect, test, vi } from "vitest";
// What not every generation of the official SDKs accepts: values that newer ones refuse, and codes that older ones do.
import generations from "../../openapi/test/facts/generations.json" with { type: "json" };

// Each world is read whole.
vi.setConfig({ testTimeout: 60_000 });

type Row = Readonly<Record<string, unknown>>;

interface Answer {
  readonly status: number;
  readonly data: { readonly results: readonly Row[]; readonly next: string | null };
  readonly error: { readonly code: string | null } | undefined;
}

async function send(mock: Mock, integration: string, call: string, body?: unknown): Promise<Answer> {
  const [method = "", path = ""] = call.split(" ");
  const answer = await mock.fetch(mock.baseUrl + path, {
    method,
    headers: {
      authorization: "Bearer ks_dev_mock",
      "x-integration-id": integration,
      "content-type": "application/json",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: answer.status, ...((await answer.json()) as Omit<Answer, "status">) };
}

/** All records of a list, deleted ones too; none where the list is refused, as a model that the tool does not cover. */
async function rowsOf(mock: Mock, integration: string, path: string): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const query = `page_size=250&include_deleted=true${cursor && `&cursor=${cursor}`}`;
    const { data }: Answer = await send(mock, integration, `GET ${path}?${query}`);
    rows.push(...(data?.results ?? []));
    cursor = data?.next ?? null;
  }
  return rows;
}

/** The values at a path such as `hiring_team[].job_roles[].scope`. */
function valuesAt(value: unknown, path: string): readonly unknown[] {
  const [first = "", ...rest] = path.split(".");
  const inner = (value as Row)[first.replace("[]", "")];
  const members = first.endsWith("[]") ? ((inner ?? []) as readonly unknown[]) : [inner];
  return rest.length === 0 ? members : members.flatMap((member) => valuesAt(member, rest.join(".")));
}

const narrowed = Object.entries(generations.narrowed).flatMap(([operation, paths]) =>
  Object.entries(paths).map(([path, accepted]) => ({ operation, path, accepted: accepted as string[] })),
);

async function valuesIn(mock: Mock, operation: string, path: string): Promise<unknown[]> {
  const category = operation.split("/")[1]?.toUpperCase();
  const integrations = (await mock.integrations.list()).filter((one) => one.category === category);
  const rows = await Promise.all(
    integrations.map(({ id }) => rowsOf(mock, id, operation.replace("GET ", ""))),
  );
  return rows.flat().flatMap((row) => valuesAt(row, path));
}

describe.each(["small", "demo", "edge"] as const)("the world %s", (world) => {
  const mock = createMock({ world, checkAnswer });

  test.each(narrowed)(
    "$operation answers $path only with what all SDKs accept",
    async ({ operation, path, accepted }) => {
      expect([...new Set(await valuesIn(mock, operation, path))]).toEqual(accepted);
    },
  );

  test("every list of every integration is as the document says", async () => {
    const lists = Object.values(operations).filter(
      ({ method, parameters, path }) =>
        method === "GET" && parameters.some(({ name }) => name === "cursor") && !path.includes("{"),
    );
    for (const { id, category } of await mock.integrations.list()) {
      const own = lists.filter(({ domain }) => domain.toUpperCase() === category);
      for (const { path } of own) await rowsOf(mock, id, path);
    }
    const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
    expect(faults).toEqual([]);
    expect(new Set((await mock.requests()).map(({ answer }) => answer.status)).has(200)).toBe(true);
  });
});

test.each(narrowed)(
  "$path keeps its value where the customer opted out of the roles' scope",
  async ({ operation, path, accepted }) => {
    const mock = createMock();
    const ofRoles = () => valuesIn(mock, "GET /ats/roles", "scope");
    expect(await ofRoles()).not.toContain(null);
    for (const { id, category } of await mock.integrations.list()) {
      if (category !== "ATS") continue;
      await mock.integrations.setScope(id, { opted_out: ["ats_roles.scope"] });
      await mock.sync(id);
    }
    expect(new Set(await ofRoles())).toEqual(new Set([null]));
    expect([...new Set(await valuesIn(mock, operation, path))]).toEqual(accepted);
  },
);

test("codes that older SDKs cannot read come on request only", async () => {
  for (const [emit, wanted] of [
    ["all-generations", "REMOTE.INPUT_INVALID"],
    ["newest", ...generations.newerCodes.hris],
  ] as const) {
    const mock = createMock({ emit, checkAnswer });
    const { id, integration_id } = mock.cast.closedPosition;
    const query = `GET /hris/employees/form?staffing_entity_id=${id}`;
    const { error } = await send(mock, integration_id, query);
    expect(error?.code).toBe(wanted);
    expect((await mock.contract()).filter(({ violation }) => violation.blame === "provider")).toEqual([]);
  }
});
