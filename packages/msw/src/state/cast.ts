import { recordId } from "@kombo-mock/factories";
import { type CastEntry, type CastName, castList } from "@kombo-mock/factories/worlds";
import { ownTools } from "../request/own-tools.ts";
import { categoryOfCollection } from "./domain-category.ts";
import { mainIntegration } from "./main-integration.ts";
import type { Partitions } from "./partition.ts";
import { isOfEnvironment } from "./partition-state.ts";
import type { IntegrationState, Root } from "./root.ts";

/** A record that a world has under a name. */
export interface CastMember {
  readonly id: string;
  readonly collection: string;
  /** `ai-apply` for what belongs to no integration. */
  readonly integration_id: string;
  /** What is special about it. */
  readonly description: string;
}

/** The records that people test with, by name. */
export type Cast = Readonly<Record<CastName, CastMember>>;

/** The cast of a world; a member is looked up when it is asked for. */
export function castOf(first: Root, partitions: Partitions, seed: number): Cast {
  const known = new Map<string, CastMember>();
  const cast = {};
  for (const name of Object.keys(castList) as CastName[]) {
    Object.defineProperty(cast, name, {
      enumerable: true,
      get() {
        const member = known.get(name) ?? findMember(name, first, partitions, seed);
        known.set(name, member);
        return member;
      },
    });
  }
  // Every name of the list has just been given a getter.
  return cast as Cast;
}

function findMember(name: CastName, first: Root, partitions: Partitions, seed: number): CastMember {
  const entry: CastEntry = castList[name];
  const { collection, description, like } = entry;
  for (const integration of integrationsOf(entry, first, seed)) {
    const rows = partitions.of(integration).source.rows(collection);
    const row = rows.find((one) => one.cast === (like?.name ?? name));
    if (!row) continue;
    return {
      id: recordId(integration.id, row.remoteId),
      collection,
      integration_id: integration.id,
      description,
    };
  }
  throw new Error(
    `The world has no "${name}" in "${collection}". Worlds that hold the small company have it, as long as its domain is loaded.`,
  );
}

/** The integrations of which a member can be, the likeliest first. */
function integrationsOf(
  { collection, like }: CastEntry,
  first: Root,
  seed: number,
): readonly IntegrationState[] {
  if (isOfEnvironment(collection)) return [first.aiApply];
  const tools = like ? [like.tool] : ownTools(collection);
  if (tools) return Object.values(first.integrations).filter(({ inputs }) => tools.includes(inputs.tool));
  const category = categoryOfCollection(collection);
  const main = category && mainIntegration(first, category, seed);
  return main ? [main] : [];
}
