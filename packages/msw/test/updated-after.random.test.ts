import { choicesAt } from "@kombo-mock/factories";
import { type CollectionRecipe, type StoredLink, worlds } from "@kombo-mock/factories/worlds";
import { ats, createMock, hris, type Mock } from "@kombo-mock/msw";
import { type OperationEntry, operations } from "@kombo-mock/openapi";
import { expect, test, vi } from "vitest";
import type { Change } from "../src/state/change.ts";
import type { CollectionView } from "../src/state/collection-view.ts";
import { commit } from "../src/state/commit.ts";
import { createPartitions } from "../src/state/partition.ts";
import { newHistory, type Picture, pictureOf } from "./change-history.ts";

vi.setConfig({ testTimeout: 60_000 });

const steps = 14;
const hour = 3_600_000;
const domains = [
  { domain: "hris", collections: hris.collections },
  { domain: "ats", collections: ats.collections },
] as const;
const cases = domains.flatMap((one) => [1, 2, 3].map((seed) => ({ ...one, seed })));

test.each(cases)(
  "$domain, seed $seed: updated_after brings what going through everything finds, whenever and after any writes",
  async ({ domain, collections, seed }) => {
    const mock = createMock({ clock: "frozen", seed });
    const { integration_id } = domain === "hris" ? mock.cast.employee : mock.cast.recruiter;
    const recipes = collections.filter(({ entity }) => entity !== null);
    const layers = worlds.small.layers;
    const partitions = createPartitions(
      { name: "small", layers, seed },
      new Map(collections.map((one) => [one.name, one])),
    );
    const change = async <Result>(work: (change: Change) => Result) => {
      const { root } = await mock.snapshot();
      const { root: next, result } = commit(root, partitions, work);
      await mock.restore({ root: next });
      return result;
    };
    const look = () => change((one) => pictureOf(recipes, (name) => one.view(integration_id, name)));
    const history = newHistory(recipes);
    const lists: OperationEntry[] = Object.values(operations).filter(
      ({ path, parameters }) =>
        path.startsWith(`/${domain}/`) && parameters.some(({ name }) => name === "updated_after"),
    );

    const begin = Date.parse("2026-01-15T09:00:00.000Z");
    let picture: Picture = await look();
    for (let step = 1; step <= steps; step++) {
      await mock.clock.advance("PT1H");
      const choose = choicesAt(seed, domain, String(step));
      const what = await change((one) => randomChange(one, { recipes, choose, integration_id, step }));
      const next = await look();
      history.observe(picture, next, begin + step * hour);
      picture = next;
      for (const list of lists) {
        const own = choose.at(list.path);
        // In the last hours, at the end of the world, or in the months before.
        const since = own.at("past").chance(0.6)
          ? begin + own.integer(-4_000, 0) * hour + 1
          : begin + own.integer(0, step) * hour + own.at("edge").integer(-1, 1);
        const asked = { updated_after: new Date(since).toISOString(), page_size: "7" };
        for (const include_deleted of ["true", "false"]) {
          const all = await idsOf(mock, integration_id, list.path, { include_deleted, page_size: "250" });
          const expected = history.changed(picture, list, since);
          const found = await idsOf(mock, integration_id, list.path, { ...asked, include_deleted });
          const told = `${what}, then ${list.path} since ${asked.updated_after}, deleted: ${include_deleted}`;
          expect(found, told).toEqual(all.filter((id) => expected.has(id)));
        }
      }
    }
  },
);

interface Choosing {
  readonly recipes: readonly CollectionRecipe[];
  readonly choose: ReturnType<typeof choicesAt>;
  readonly integration_id: string;
  readonly step: number;
}

/** Changes a record by the tool: its values, whom it belongs to or what it lists, or whether it is there. */
function randomChange(change: Change, { recipes, choose, integration_id, step }: Choosing): string {
  const filled = recipes.filter(({ name }) => idsIn(change.view(integration_id, name)).length > 0);
  const anyOf = (name: string, way: string) => choose.at(way).pick(idsIn(change.view(integration_id, name)));
  const kind = choose.at("kind").pick(["edit", "move", "move", "link", "add", "delete", "purge"]);
  const able = filled.filter(({ references, relations }) => {
    if (kind === "move") return Object.keys(references).length > 0;
    return kind !== "link" || Object.values(relations).some((one) => one.kind === "links");
  });
  const { name, references, relations } = choose.at("in").pick(able);
  const id = anyOf(name, "which");
  const at = { integrationId: integration_id, collection: name, id };
  if (kind === "edit") change.patch(at, { remote_data: { step: [step] } });
  if (kind === "delete") change.markDeleted(at);
  if (kind === "purge") change.purge(at);
  if (kind === "add") {
    const { id: _, ...twin } = change.view(integration_id, name).get(id) ?? {};
    change.insert({ ...at, remoteId: `added-${step}` }, { ...twin, remote_deleted_at: null });
  }
  if (kind === "move") {
    const [key, target] = choose.at("key").pick(Object.entries(references));
    if (filled.some((one) => one.name === target)) change.patch(at, { [key]: anyOf(target, "to") });
  }
  if (kind === "link") {
    const ways = Object.values(relations).filter((one) => one.kind === "links");
    const { key, collection } = choose.at("key").pick(ways);
    // The key of a links relation holds nothing else.
    const links = (change.view(integration_id, name).get(id)?.[key] ?? []) as readonly StoredLink[];
    const to = anyOf(collection, "to");
    const rest = links.filter((link) => link.id !== to);
    change.patch(at, { [key]: rest.length < links.length ? rest : [...links, { id: to }] });
  }
  return `${step}: ${kind} ${name} ${id}`;
}

function idsIn(view: CollectionView): string[] {
  return [...view.from(0)].map(({ record }) => record.id);
}

async function idsOf(
  mock: Mock,
  integrationId: string,
  path: string,
  query: Readonly<Record<string, string>>,
): Promise<string[]> {
  const ids: string[] = [];
  for (let cursor: string | null = ""; cursor !== null; ) {
    const search = new URLSearchParams({ ...query, ...(cursor ? { cursor } : {}) });
    const response = await mock.fetch(`${mock.baseUrl}${path}?${search}`, {
      headers: { authorization: "Bearer ks_dev_test", "x-integration-id": integrationId },
    });
    const { data } = (await response.json()) as {
      data: { results: readonly { id: string }[]; next: string | null };
    };
    ids.push(...data.results.map(({ id }) => id));
    cursor = data.next;
  }
  return ids;
}
