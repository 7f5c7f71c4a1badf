import { action, list, update } from "../src/request/behaviours.ts";

list("GET /integrations/{integration_id}/integration-fields");

// @ts-expect-error an operation that does not exist
list("GET /integrations/{integration_id}/integration-field");

// @ts-expect-error an operation that answers no pages
list("GET /integrations/{integration_id}");

// @ts-expect-error a list is no action
action("GET /integrations/{integration_id}/custom-fields", () => ({
  results: [],
  next: null,
  next_cursor: null,
}));

// @ts-expect-error an answer that lacks a key
action("POST /force-sync", () => ({ already_queued: true, sync_id: "1" }));

action("POST /force-sync", ({ body, path }) => {
  // @ts-expect-error a parameter that the path does not have
  path.integration_id;
  return { already_queued: false, sync_id: "1", type: body.type ?? "FULL" };
});

update("PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}", {
  id: "integration_field_id",
  // @ts-expect-error a key that the body does not have
  set: ({ body }) => ({ is_passthrough_enabled: body.enabled }),
});

update("PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}", {
  // @ts-expect-error a path parameter that the operation does not have
  id: "field_id",
  set: ({ body }) => ({ is_passthrough_enabled: body.enable_passthrough }),
});
