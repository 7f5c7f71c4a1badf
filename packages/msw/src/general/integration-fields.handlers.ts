import { list, update } from "../request/behaviours.ts";

/** The fields of the connected tool that the unified models lack. */
export const listIntegrationFields = list("GET /integrations/{integration_id}/integration-fields", {
  nextCursor: true,
});

/** Switches the passthrough of one such field on or off; null counts as off. */
export const updateIntegrationField = update(
  "PATCH /integrations/{integration_id}/integration-fields/{integration_field_id}",
  {
    id: "integration_field_id",
    set: ({ body }) => ({ is_passthrough_enabled: body.enable_passthrough ?? false }),
  },
);
