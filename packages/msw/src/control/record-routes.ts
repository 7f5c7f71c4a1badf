import { searchOf } from "./record-search.ts";
import type { Call, Route } from "./routes.ts";
import { refuse, type Values } from "./seed-values.ts";

const results = (list: unknown) => ({ results: list, next: null });

/** Control calls about records: which ones stands in the query, what becomes of them in the body. */
export const recordRoutes: Readonly<Record<string, Route>> = {
  "GET /records/{collection}"(call) {
    const { control, path } = call;
    const { which = {}, options } = readQuery(call);
    return results(control().findRecords(path["collection"] ?? "", which, options));
  },
  "POST /records/{collection}"(call) {
    const { control, path, body } = call;
    const { which, options } = readQuery(call);
    if (which !== undefined) refuse("query must have nothing but integration_id, visible, due and count.");
    const made = control().createRecords(path["collection"] ?? "", body(), options);
    return Array.isArray(made) ? results(made) : made;
  },
  "PATCH /records/{collection}"(call) {
    const { control, path, body } = call;
    const { which = nothingSaid(), options } = readQuery(call);
    const changed = control().updateRecords(path["collection"] ?? "", which, body(), options);
    return Array.isArray(changed) ? results(changed) : changed;
  },
  "DELETE /records/{collection}"(call) {
    const { control, path } = call;
    const { which = nothingSaid(), options } = readQuery(call);
    const { purge, ...rest } = options;
    if (purge === true) control().purgeRecords(path["collection"] ?? "", which, rest);
    else control().removeRecords(path["collection"] ?? "", which, rest);
    return {};
  },
};

const optionNames = ["integration_id", "visible", "due", "count", "purge"];

/** What a query says: the options, and which records are meant, one by its id or those that show some values. */
function readQuery({ request, path, desk }: Call): {
  readonly which: string | Values | undefined;
  readonly options: Readonly<Record<string, unknown>>;
} {
  const query = new URLSearchParams(request.search);
  const options: Record<string, unknown> = {};
  for (const name of optionNames) {
    const text = query.get(name);
    if (text === null) continue;
    options[name] = name === "count" ? Number(text) : name === "purge" ? text !== "false" : text;
    query.delete(name);
  }
  const id = query.get("id");
  const { shown = null } = desk.machinery.partitions.recipes.get(path["collection"] ?? "") ?? {};
  if (query.size === 0) return { which: undefined, options };
  return { which: query.size === 1 && id !== null ? id : searchOf(query, shown), options };
}

function nothingSaid(): never {
  return refuse("query must say which records are meant: ?id=… or ?first_name=Ada, and ?where={} for all.");
}
