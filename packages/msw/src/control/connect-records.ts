import type { Input } from "./inputs.ts";
import type { ServerCalls } from "./server-calls.ts";
import type { MockControl } from "./vocabulary.ts";

type RecordControl = Pick<MockControl, "find" | "create" | "update" | "remove" | "purge">;
type Values = Readonly<Record<string, unknown>>;

/**
 * The control calls about records, made over HTTP. The document has records as values; which ones, the vocabulary says by
 * the collection's name.
 */
export function connectRecords({ call, list }: ServerCalls): RecordControl {
  const change = "/records/{collection}";
  return {
    find: async (collection, which, options) =>
      (await list(`GET ${change}`, {
        path: { collection },
        query: { ...options, ...whose(which) },
      })) as never,
    async create(collection: string, values: unknown = {}, query: Input<"createRecords"> = {}) {
      // Whatever is given: the call itself checks values, with better words than a type.
      const body = values as Values | readonly Values[];
      const answer = await call(`POST ${change}`, { path: { collection }, query, body });
      return (Array.isArray(values) || query.count !== undefined ? answer["results"] : answer) as never;
    },
    async update(collection: string, which: unknown, changes: unknown, options: Input<"changeRecords"> = {}) {
      const body = changes as Values;
      const query = { ...options, ...whose(which) };
      const answer = await call(`PATCH ${change}`, { path: { collection }, query, body });
      return (typeof which === "string" ? answer : answer["results"]) as never;
    },
    async remove(collection, which, options) {
      await call(`DELETE ${change}`, { path: { collection }, query: { ...options, ...whose(which) } });
    },
    async purge(collection, which, options) {
      const query = { ...options, ...whose(which), purge: "true" } as const;
      await call(`DELETE ${change}`, { path: { collection }, query });
    },
  };
}

/** Which records are meant: one by its id, those that show some values, or all. */
function whose(which: unknown): { readonly id?: string; readonly where?: string } {
  if (which === undefined) return {};
  return typeof which === "string" ? { id: which } : { where: JSON.stringify(which) };
}
