import type { CollectionRecipe, Relation, StoredLink } from "@kombo-mock/factories/worlds";
import { hris } from "@kombo-mock/msw";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { idsOf, lists, openCompany, someRecord, type Tool } from "./company.ts";

const company = openCompany();
const { mock } = company;
// The world is older than its date, so nothing in it changed since then.
const since = "2026-01-15T12:00:00.000Z";
await mock.clock.advance("PT3H");
const beginning = await mock.snapshot();

beforeEach(() => mock.restore(beginning));
afterAll(() => company.assertValidAnswers());

const recipeOf = (name: string): CollectionRecipe =>
  hris.collections.find((one) => one.name === name) ?? expect.fail(`There is no collection "${name}".`);
const listed = lists.filter(({ parameters }) => parameters.some(({ name }) => name === "updated_after"));

async function changed(path: string, query = {}): Promise<string[]> {
  return idsOf(await company.all(path, { updated_after: since, include_deleted: true, ...query }));
}

const touch = { remote_data: { touched: ["by the tool"] } };
const linksOf = (value: unknown) => (value ?? []) as readonly StoredLink[];

/** A relation with the record that has it and one that it leads to. */
interface Pair {
  readonly parent: string;
  readonly linked: string;
  readonly relation: Relation;
}

function pairOf(tool: Tool, collection: string, relation: Relation): Pair {
  const parents = tool.view(collection);
  const others = tool.view(relation.collection);
  const isThere = (id: unknown) => (others.get(String(id))?.["remote_deleted_at"] ?? null) === null;
  if (relation.kind === "one") {
    const parent = someRecord(
      parents,
      (one) => typeof one[relation.key] === "string" && isThere(one[relation.key]),
    );
    return { parent: parent.id, linked: String(parent[relation.key]), relation };
  }
  if (relation.kind === "links") {
    const parent = someRecord(parents, (one) => linksOf(one[relation.key]).length > 0);
    return { parent: parent.id, linked: linksOf(parent[relation.key])[0]?.id ?? "", relation };
  }
  const linked = someRecord(others, (one) => parents.get(String(one[relation.key])) !== undefined);
  return { parent: String(linked[relation.key]), linked: linked.id, relation };
}

/** Makes or cuts a link: which records are there, and whether the parent's own values change by it. */
const relinkings: Readonly<Record<string, (tool: Tool, collection: string, pair: Pair) => void>> = {
  "a link is made": (tool, collection, { parent, linked, relation }) => {
    const record = tool.view(collection).get(parent);
    if (relation.kind === "links") {
      const links = linksOf(record?.[relation.key]);
      const other = someRecord(
        tool.view(relation.collection),
        ({ id }) => !links.some((link) => link.id === id),
      );
      tool.patch(collection, parent, { [relation.key]: [...links, { ...links[0], id: other.id }] });
    } else if (relation.kind === "many") {
      const twin = tool.view(relation.collection).get(linked);
      tool.insert(relation.collection, "another", { ...twin, remote_id: "another" });
    }
  },
  "a link is cut": (tool, collection, { parent, linked, relation }) => {
    const record = tool.view(collection).get(parent);
    if (relation.kind === "links") {
      const rest = linksOf(record?.[relation.key]).filter(({ id }) => id !== linked);
      tool.patch(collection, parent, { [relation.key]: rest });
    } else if (relation.kind === "many") tool.markDeleted(relation.collection, linked);
  },
};

test("nothing changed since the world's date", async () => {
  for (const { path } of listed) expect(await changed(path), path).toEqual([]);
});

const cases = listed.flatMap(({ path, collection, updatedAfter = [] }) =>
  updatedAfter.map(({ relation, addedOrRemoved, linked }) => ({
    path,
    collection,
    name: relation,
    addedOrRemoved,
    linked,
  })),
);

function relationNamed(collection: string, name: string): Relation {
  const { relations } = recipeOf(collection);
  const found =
    relations[name] ?? Object.values(relations).find((one) => one.kind === "links" && one.changes === name);
  return found ?? expect.fail(`"${collection}" has no relation "${name}".`);
}

describe.each(cases)("$path with $name", ({ path, collection, name, addedOrRemoved, linked }) => {
  const relation = relationNamed(collection, name);
  const stampOf = async (id: string) => (await company.read(path, id))["changed_at"];

  test(`${linked ? "comes" : "does not come"} when the linked record changed, with changed_at as it was`, async () => {
    const pair = await company.inTool((tool) => pairOf(tool, collection, relation));
    const before = await stampOf(pair.parent);
    await company.inTool((tool) => tool.patch(relation.collection, pair.linked, touch));
    const found = await changed(path);
    expect(found.includes(pair.parent)).toBe(linked);
    expect(await stampOf(pair.parent)).toBe(before);
    // Nobody comes to whom the record is not linked, in this way or another one of the table.
    const view = await company.inTool((tool) => tool.view(collection));
    const ways = cases.filter((one) => one.path === path).map((one) => relationNamed(collection, one.name));
    const reached = (id: string) =>
      ways.some((way) => {
        if (way.collection !== relation.collection) return false;
        const value = way.kind === "many" ? undefined : view.get(id)?.[way.key];
        if (way.kind === "links") return linksOf(value).some((link) => link.id === pair.linked);
        return way.kind === "one" ? value === pair.linked : id === pair.parent;
      });
    const own = relation.collection === collection ? [pair.linked] : [];
    expect(found.filter((id) => !reached(id) && !own.includes(id))).toEqual([]);
  });

  if (relation.kind === "one") return;
  test.each(Object.entries(relinkings))(
    `${addedOrRemoved ? "comes" : "does not come"} when %s, with changed_at as it was`,
    async (_, relink) => {
      const pair = await company.inTool((tool) => pairOf(tool, collection, relation));
      const before = await stampOf(pair.parent);
      await company.inTool((tool) => relink(tool, collection, pair));
      expect(await changed(path)).toEqual(addedOrRemoved ? [pair.parent] : []);
      expect(await stampOf(pair.parent)).toBe(before);
    },
  );
});

/** Relations that a list shows or follows, and of which its table says nothing. */
const others = listed.flatMap(({ path, collection, updatedAfter = [] }) =>
  Object.entries(recipeOf(collection).relations)
    .filter(([name, relation]) => {
      const names = [name, relation.kind === "links" ? relation.changes : undefined];
      return !updatedAfter.some((one) => names.includes(one.relation));
    })
    .map(([name, relation]) => ({ path, collection, name, relation })),
);

test.each(others)(
  "$path does not come when its $name changed, of which the document says nothing",
  async (one) => {
    const { path, collection, relation } = one;
    const pair = await company.inTool((tool) => {
      const found = pairOf(tool, collection, relation);
      tool.patch(relation.collection, found.linked, touch);
      return found;
    });
    expect(await changed(path)).not.toContain(pair.parent);
  },
);

test.each(listed)(
  "$path: an instant in the world's past gives what changed since, and what it is linked to",
  async (list) => {
    const { path, collection, updatedAfter = [] } = list;
    const rows = await company.all(path, { include_deleted: true });
    const stamps = rows.map((row) => String(row["changed_at"])).sort();
    for (const part of [0, 0.3, 0.7, 1]) {
      const instant = stamps[Math.round((stamps.length - 1) * part)] ?? "";
      const isLater = (record?: object) =>
        String(Object(record)["changed_at"]) >= instant && record !== undefined;
      const expected = await company.inTool(({ view }) => {
        const ways = updatedAfter
          .filter(({ linked }) => linked)
          .map((one) => relationNamed(collection, one.relation));
        const isLinkedToLater = (id: string) =>
          ways.some((way) => {
            const others = view(way.collection);
            const value = way.kind === "many" ? undefined : view(collection).get(id)?.[way.key];
            if (way.kind === "one") return isLater(others.get(String(value)));
            if (way.kind === "links") return linksOf(value).some((link) => isLater(others.get(link.id)));
            return others.withValue(way.key, id).some(isLater);
          });
        return rows.filter((row) => isLater(row) || isLinkedToLater(row.id));
      });
      expect(await changed(path, { updated_after: instant }), instant).toEqual(idsOf(expected));
    }
  },
);

test.each(listed)(
  "$path comes when the record's own values changed, and then changed_at says so",
  async (list) => {
    const { path, collection } = list;
    const { id } = await company.inTool(({ view }) => someRecord(view(collection)));
    await company.inTool(({ patch }) => patch(collection, id, touch));
    expect(await changed(path, { include_deleted: false })).toContain(id);
    expect((await company.read(path, id))["changed_at"]).toBe(since);
  },
);

test.each(listed)(
  "$path: a deletion comes for those who ask for deleted records",
  async ({ path, collection }) => {
    const { id } = await company.inTool(({ view }) => someRecord(view(collection)));
    await company.inTool(({ markDeleted }) => markDeleted(collection, id));
    expect(await changed(path)).toContain(id);
    expect(await changed(path, { include_deleted: false })).not.toContain(id);
    expect(await company.read(path, id)).toMatchObject({ changed_at: since, remote_deleted_at: since });
  },
);

test("a change that leaves every value as it was is none", async () => {
  await company.inTool(({ view, patch }) => {
    const { id, ...same } = structuredClone(someRecord(view("hris.employees")));
    patch("hris.employees", id, same);
  });
  expect(await changed("/hris/employees")).toEqual([]);
});

test("a change at that very instant counts, unless assumed otherwise", async () => {
  const before = "2026-01-15T11:59:59.999Z";
  const after = "2026-01-15T12:00:00.001Z";
  for (const [boundary, expected] of [
    ["inclusive", [1, 1, 0]],
    ["exclusive", [1, 0, 0]],
  ] as const) {
    const one = openCompany({ assume: { "updated-after-boundary": boundary } });
    await one.mock.clock.advance("PT3H");
    await one.inTool(({ view, patch }) =>
      patch("hris.locations", someRecord(view("hris.locations")).id, touch),
    );
    for (const [index, updated_after] of [before, since, after].entries()) {
      const answer = await one.get("/hris/locations", { updated_after });
      expect(answer.data.results.length, `${boundary} ${updated_after}`).toBe(expected[index]);
    }
  }
});

test("a bare date is the beginning of that day in UTC, and a time without a zone is UTC", async () => {
  await company.inTool(({ view, patch }) =>
    patch("hris.locations", someRecord(view("hris.locations")).id, touch),
  );
  const count = async (updated_after: string) =>
    (await company.all("/hris/locations", { updated_after })).length;
  expect([await count("2026-01-15"), await count("2026-01-16"), await count("2026-01-15Z")]).toEqual([
    1, 0, 1,
  ]);
  expect([await count("2026-01-15T12:00:00"), await count("2026-01-15T12:00:01")]).toEqual([1, 0]);
  expect([await count("2026-01-15T12:00:00.0000Z"), await count("2026-01-15T12:00:00.5Z")]).toEqual([1, 0]);
});

test("an answer that rests on the boundary says so, each time that it is given", async () => {
  for (let time = 0; time < 2; time++) {
    const response = await mock.fetch(`${mock.baseUrl}/hris/groups?updated_after=2026-01-15`, {
      headers: { authorization: "Bearer ks_dev_test", "x-integration-id": company.id },
    });
    expect(response.headers.get("x-kombo-mock-assumes")).toContain("updated-after-boundary");
  }
});

test("pages of changes hold each changed record once", async () => {
  const touched = await company.inTool(({ view, patch }) => {
    const { id } = someRecord(view("hris.legal-entities"));
    patch("hris.legal-entities", id, touch);
    return id;
  });
  const expected = (await company.all("/hris/employees")).filter((row) => row["legal_entity_id"] === touched);
  expect(expected.length).toBeGreaterThan(5);
  expect(await changed("/hris/employees", { page_size: 2, include_deleted: false })).toEqual(idsOf(expected));
});
