import type { JoinSource } from "../request/join.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change, Manner, Visibility } from "../state/change.ts";
import { viewCollection } from "../state/collection-view.ts";
import { commit } from "../state/commit.ts";
import type { Environment } from "../state/environment.ts";
import { partitionState } from "../state/partition-state.ts";
import type { IntegrationState, Root } from "../state/root.ts";
import { checkInput } from "./inputs.ts";
import { findRecords, recordWithId, shownRecord } from "./record-search.ts";
import { integrationFor, recipeNamed } from "./seed-integration.ts";
import type { SeedTools } from "./seed-known.ts";
import { SeedPlan } from "./seed-plan.ts";
import { carryOut } from "./seed-records.ts";
import { refuse, type Values } from "./seed-values.ts";

/** What a change of records works with. */
interface Changing extends SeedTools {
  readonly collection: string;
  readonly manner: Pick<Manner, "visible" | "due">;
}

/** The control calls about records: what is given is checked here, whoever gives it. */
export function recordCalls(environment: Environment, machinery: Machinery) {
  const sourceOf = (integration: IntegrationState): JoinSource => ({
    integration,
    seed: machinery.seed,
    view: (name) => viewCollection(integration, name, machinery.partitions),
  });
  const sourceIn = (root: Root, id: string): JoinSource => {
    const integration = partitionState(root, id);
    if (!integration) throw new Error(`The integration "${id}" is lost.`);
    return sourceOf(integration);
  };

  /** Changes records and answers those that are told of, as they are shown once the change is seen. */
  const changing = (
    collection: string,
    options: {
      readonly integration_id?: string | undefined;
      readonly visible?: Visibility | undefined;
      readonly due?: string | undefined;
    },
    run: (changing: Changing) => readonly string[],
  ): Values[] => {
    recipeNamed(collection, machinery);
    const due = dueOf(options);
    const { partitions } = machinery;
    const runIn = (change: Change, visible: Visibility): Values[] => {
      const integration = integrationFor(collection, options.integration_id, change.root, machinery);
      const { id } = integration;
      const ids = run({
        ...{ change, collection, integrationId: id, recipes: partitions.recipes },
        manner: { visible, due },
        partition: partitions.of(integration),
      });
      if (visible === "after-sync") return [];
      const source = sourceIn(change.root, id);
      return ids.map((one) => shownRecord(recordWithId(collection, one, source), collection, source));
    };
    if (options.visible !== "after-sync") return environment.commit((change) => runIn(change, "now"));
    environment.runDue();
    // What waits for a sync is shown as it is going to be, which is tried out and thrown away.
    const { result } = commit(environment.root, partitions, (change) => runIn(change, "now"));
    environment.commit((change) => runIn(change, "after-sync"));
    return result;
  };

  /** The ids of the records that a search means; an id that nobody has is refused. */
  const idsOf = ({ change, collection, integrationId }: Changing, which: unknown): string[] => {
    const source = sourceIn(change.root, integrationId);
    if (typeof which === "string") return [recordWithId(collection, which, source).id];
    return findRecords(collection, which, source).map(({ id }) => id);
  };

  return {
    findRecords(collection: string, where: unknown = {}, given: unknown = {}): Values[] {
      const { integration_id } = checkInput("findRecords", given, "options");
      recipeNamed(collection, machinery);
      environment.runDue();
      const source = sourceOf(integrationFor(collection, integration_id, environment.root, machinery));
      return findRecords(collection, where, source).map((record) => shownRecord(record, collection, source));
    },
    createRecords(collection: string, given: unknown = {}, options: unknown = {}): Values | Values[] {
      const { count, ...rest } = checkInput("createRecords", options, "options");
      const isMany = Array.isArray(given) || count !== undefined;
      const made = changing(collection, rest, (tools) => {
        const plan = new SeedPlan(tools);
        const seeds = Array.isArray(given) ? given : [given];
        const located = seeds.map((seed: unknown, index) => ({
          seed,
          location: Array.isArray(given) ? `body[${index}]` : "body",
        }));
        const all = Array.from({ length: count ?? 1 }, () => located).flat();
        const ids = all.map(({ seed, location }) => plan.create(collection, seed, { location }));
        carryOut(plan, tools, tools.manner);
        return ids;
      });
      return isMany ? made : (made[0] ?? {});
    },
    updateRecords(
      collection: string,
      which: unknown,
      given: unknown,
      options: unknown = {},
    ): Values | Values[] {
      const changed = changing(collection, checkInput("changeRecords", options, "options"), (tools) => {
        const plan = new SeedPlan(tools);
        const source = sourceIn(tools.change.root, tools.integrationId);
        const ids = idsOf(tools, which);
        for (const id of ids) plan.change(collection, recordWithId(collection, id, source), given, "body");
        carryOut(plan, tools, tools.manner);
        return ids;
      });
      return typeof which === "string" ? (changed[0] ?? {}) : changed;
    },
    removeRecords(collection: string, which: unknown, options: unknown = {}): void {
      changing(collection, checkInput("changeRecords", options, "options"), (tools) => {
        const { change, integrationId, manner, recipes } = tools;
        // What no sync brings leaves no trace when it is deleted.
        const isSynced = recipes.get(collection)?.model !== null;
        for (const id of idsOf(tools, which)) {
          if (isSynced) change.markDeleted({ integrationId, collection, id, ...manner });
          else change.purge({ integrationId, collection, id });
        }
        return [];
      });
    },
    purgeRecords(collection: string, which: unknown, options: unknown = {}): void {
      changing(collection, checkInput("findRecords", options, "options"), (tools) => {
        const { change, integrationId } = tools;
        for (const id of idsOf(tools, which)) change.purge({ integrationId, collection, id });
        return [];
      });
    },
  };
}

/** From when on a sync brings a change; what is seen at once waits for nothing. */
function dueOf({
  visible,
  due,
}: {
  readonly visible?: Visibility | undefined;
  readonly due?: string | undefined;
}): number | undefined {
  if (due === undefined) return undefined;
  if (visible !== "after-sync") refuse('options.due goes only with visible "after-sync".');
  return Date.parse(due);
}
