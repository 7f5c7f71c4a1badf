import { operations } from "@kombo-mock/openapi";
import { KomboError } from "../request/kombo-error.ts";
import type { Route } from "./routes.ts";

const results = (list: readonly unknown[]) => ({ results: list, next: null });

/** The control calls about journal and ledger, by method and path below `/_mock`. */
export const journalRoutes: Readonly<Record<string, Route>> = {
  "PUT /label": ({ control, body }) => control().setLabel(body()),
  "GET /requests": ({ control, request }) => {
    const operation = new URLSearchParams(request.search).get("operation") ?? undefined;
    if (operation !== undefined && !isOperation(operation)) {
      throw new KomboError(
        "PLATFORM.INPUT_INVALID",
        `query.operation: "${operation}" is no operation; one is spelled "GET /check-api-key".`,
      );
    }
    return results(control().requests(operation));
  },
  "GET /environments/{name}/requests/{id}": ({ desk, path }) => {
    const environment = desk.environments.find(path["name"] ?? "");
    const found = environment?.journal.list().find(({ id }) => String(id) === path["id"]);
    if (found) return found;
    throw new KomboError(
      null,
      `The journal of "${path["name"]}" has no exchange ${path["id"]}; it keeps the last thousand.`,
      { status: 404 },
    );
  },
  "GET /contract": ({ control }) => results(control().contract()),
  "GET /expectations": ({ control }) => results(control().listExpectations()),
  "POST /expectations": ({ control, body }) => control().expectViolation(body()),
};

function isOperation(name: string): name is keyof typeof operations {
  return Object.hasOwn(operations, name);
}
