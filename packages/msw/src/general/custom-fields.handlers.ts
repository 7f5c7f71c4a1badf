import { list, update } from "../request/behaviours.ts";
import { KomboError } from "../request/kombo-error.ts";

const integrationFields = "general.integration-fields";

/** The custom fields of the environment, with what each is mapped to in the integration. */
export const listCustomFields = list("GET /integrations/{integration_id}/custom-fields", {
  nextCursor: true,
});

/** Maps a custom field to a field of the tool, or with null to none. */
export const mapCustomField = update("PUT /integrations/{integration_id}/custom-fields/{custom_field_id}", {
  id: "custom_field_id",
  set({ body, view }, record) {
    const { integration_field_id } = body;
    if (integration_field_id === null) return { integration_field_id };
    const field = view(integrationFields).get(integration_field_id);
    if (field && field["model"] === record["model"]) return { integration_field_id };
    const known = view(integrationFields).withValue("model", record["model"]);
    const ids = known.map(({ id, key }) => `"${id}" (${String(key)})`).join(", ");
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.integration_field_id: "${integration_field_id}" is no integration field of "${String(record["model"])}". ${ids ? `There are ${ids}.` : "There are none."}`,
    );
  },
});
