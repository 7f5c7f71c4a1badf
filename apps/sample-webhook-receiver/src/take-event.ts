import type { DatabaseSync } from "node:sqlite";
import { listsOf } from "./lists-by-model.ts";
import { inTransaction } from "./open-store.ts";
import { type ListName, listsOfCategory } from "./read-lists.ts";
import type { Webhook } from "./webhook.ts";

type Handlers = {
  readonly [Type in Webhook["type"]]?: (
    store: DatabaseSync,
    data: Extract<Webhook, { readonly type: Type }>["data"],
  ) => void;
};

/** What is noted for each event; those that are not named here are taken and nothing more. */
const handlers: Handlers = {
  "data-changed": (store, { integration_id: id, integration_category: category, changed_models }) => {
    // The webhook that told of the integration may be the one that was lost.
    remember(store, { id, category });
    makeDue(store, id, listsOf(changed_models), false);
  },
  "integration-created": (store, { id, category, end_user }) => {
    remember(store, { id, category });
    store.prepare("UPDATE integrations SET origin_id = ? WHERE id = ?").run(end_user.origin_id, id);
  },
  "integration-state-changed": (store, data) => {
    const { integration_id: id, integration_category: category, state, setup_status, updated_at } = data;
    remember(store, { id, category });
    // Of two that came in the wrong order, the later one counts.
    store
      .prepare(
        "UPDATE integrations SET state = ?, setup_status = ?, state_at = ? WHERE id = ? AND coalesce(state_at, '') <= ?",
      )
      .run(state, setup_status, updated_at, id, updated_at);
  },
  "integration-deleted": (store, { id }) => {
    for (const table of ["due", "records", "fetches"])
      store.prepare(`DELETE FROM ${table} WHERE integration_id = ?`).run(id);
    store.prepare("DELETE FROM integrations WHERE id = ?").run(id);
    store.prepare("INSERT OR IGNORE INTO deleted VALUES (?)").run(id);
  },
};

/**
 * Notes what an event asks for, in one transaction with its id. Answers whether it was new. Nothing is fetched here, so
 * that the webhook can be answered at once.
 */
export function takeEvent(store: DatabaseSync, event: Webhook): boolean {
  return inTransaction(store, () => {
    const { changes } = store.prepare("INSERT OR IGNORE INTO events VALUES (?, ?)").run(event.id, event.type);
    if (changes === 0) return false;
    // Type and data of an event are one pair; the compiler does not follow that through the table.
    const handle = handlers[event.type] as ((store: DatabaseSync, data: object) => void) | undefined;
    handle?.(store, event.data);
    return true;
  });
}

/** Makes every list of every known integration due as a whole, for a fetch that finds what no webhook told. */
export function makeAllDue(store: DatabaseSync): void {
  for (const { id, category } of store.prepare("SELECT id, category FROM integrations").all())
    makeDue(store, String(id), listsOfCategory[String(category)] ?? [], true);
}

function makeDue(
  store: DatabaseSync,
  integrationId: string,
  lists: readonly ListName[],
  whole: boolean,
): void {
  if (isDeleted(store, integrationId)) return;
  const insert = store.prepare(
    `INSERT INTO due (integration_id, list, whole) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET whole = max(whole, excluded.whole), asked = asked + 1`,
  );
  for (const list of lists) insert.run(integrationId, list, Number(whole));
}

function remember(
  store: DatabaseSync,
  { id, category }: { readonly id: string; readonly category: string },
): void {
  if (isDeleted(store, id)) return;
  store.prepare("INSERT OR IGNORE INTO integrations (id, category) VALUES (?, ?)").run(id, category);
}

/** Events come in any order, so one about an integration may come after its deletion. */
function isDeleted(store: DatabaseSync, integrationId: string): boolean {
  return store.prepare("SELECT 1 FROM deleted WHERE id = ?").get(integrationId) !== undefined;
}
