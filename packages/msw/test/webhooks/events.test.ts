import { assessmentOrderReceivedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/assessmentorderreceivedwebhookpayload.js";
import { connectionFlowFailedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/connectionflowfailedwebhookpayload.js";
import { dataChangedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/datachangedwebhookpayload.js";
import { inlineAssessmentOrderReceivedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/inlineassessmentorderreceivedwebhookpayload.js";
import { integrationCreatedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/integrationcreatedwebhookpayload.js";
import { integrationDeletedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/integrationdeletedwebhookpayload.js";
import { integrationStateChangedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/integrationstatechangedwebhookpayload.js";
import { syncFinishedWebhookPayloadFromJSON } from "@kombo-api/sdk/models/syncfinishedwebhookpayload.js";
import { createMock } from "@kombo-mock/msw";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { webhookValidators } from "@kombo-mock/openapi/webhooks";
import { expect, test } from "vitest";

/** How the official client reads each event; null where it has no type for it. */
const readers = {
  "data-changed": dataChangedWebhookPayloadFromJSON,
  "sync-finished": syncFinishedWebhookPayloadFromJSON,
  "integration-created": integrationCreatedWebhookPayloadFromJSON,
  "integration-deleted": integrationDeletedWebhookPayloadFromJSON,
  "integration-state-changed": integrationStateChangedWebhookPayloadFromJSON,
  "connection-flow-failed": connectionFlowFailedWebhookPayloadFromJSON,
  "assessment:order-received": assessmentOrderReceivedWebhookPayloadFromJSON,
  "inline-assessment:order-received": inlineAssessmentOrderReceivedWebhookPayloadFromJSON,
  "ai-apply-job-posting-status-updated": null,
  "ai-apply-application-status-updated": null,
} as const;
const types = Object.keys(readers) as (keyof typeof readers)[];

test("the document has these events and no others", () => {
  expect(Object.keys(document["webhooks"] as object).sort()).toEqual([...types].sort());
});

const worlds = ["small", "demo", "edge"] as const;

test.each(types.flatMap((type) => worlds.map((world) => ({ type, world }))))(
  "$type of the world $world has exactly the form of the document, and the official client reads it",
  async ({ type, world }) => {
    for (const emit of ["all-generations", "newest"] as const) {
      const mock = createMock({ clock: "frozen", world, emit });
      await mock.webhooks.trigger(type);
      const { body, raw } = await mock.webhooks.next(type);
      const validate = webhookValidators[type]?.body;
      expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
      const read = readers[type]?.(new TextDecoder().decode(raw));
      expect(read?.ok ?? true).toBe(true);
    }
  },
);

test.each(types)("%s is the real thing: of an integration, or a record", async (type) => {
  const mock = createMock({ clock: "frozen" });
  const { data, integration_id } = await mock.webhooks.trigger(type);
  const integrations = await mock.integrations.list();
  const about = integrations.find(({ id }) => id === integration_id);
  if (integration_id !== null) expect(about).toBeDefined();
  if ("end_user" in data) {
    const tool = "tool" in data ? data.tool : data.integration_tool;
    expect(integrations.filter((one) => one.tool === tool).map(({ end_user }) => end_user)).toContainEqual(
      data.end_user,
    );
  }
  if ("candidate" in data) {
    const [order] = await mock.find("assessment.orders", data.id);
    expect(order?.candidate).toEqual(data.candidate);
    expect(data.status).toBe("OPEN");
  }
  if ("availability" in data) expect(await mock.find("ai-apply.postings", data.id)).toEqual([data]);
  if ("job_posting_id" in data) expect(await mock.find("ai-apply.applications", data.id)).toEqual([data]);
});

test("values stand at their paths, and the event is about the integration that was named", async () => {
  const mock = createMock({ clock: "frozen" });
  const { id } = await mock.integrations.create({ tool: "hibob", status: "INVALID" });
  const { data } = await mock.webhooks.trigger("integration-state-changed", {
    integration_id: id,
    set: { qa_status: "FAILED", "end_user.origin_id": "customer-7", "data.end_user.creator_email": null },
  });
  expect(data).toMatchObject({
    integration_id: id,
    integration_tool: "hibob",
    state: "INVALID",
    qa_status: "FAILED",
    end_user: { origin_id: "customer-7", creator_email: null },
  });
  const changed = await mock.webhooks.trigger("data-changed", {
    set: { "changed_models[1]": { name: "hris_teams" }, "changed_models[0].name": "hris_absences" },
  });
  expect(changed.data.changed_models).toEqual([{ name: "hris_absences" }, { name: "hris_teams" }]);
});

test.each([
  [
    "a value that the document forbids",
    { state: "BROKEN" },
    'body.set.state must be one of "ACTIVE", "INVALID", "INACTIVE", but is "BROKEN"',
  ],
  ["a key that the event lacks", { colour: "red" }, "body.set"],
  [
    "a path that leads nowhere",
    { "end_user.address.city": "Bonn" },
    'there is no place "end_user.address.city"',
  ],
  [
    "a path into what all objects have",
    { "__proto__.polluted": true },
    'there is no place "__proto__.polluted"',
  ],
])("%s is refused, and nothing is sent", async (_, set, message) => {
  const mock = createMock();
  await expect(mock.webhooks.trigger("integration-state-changed", { set })).rejects.toThrow(message);
  expect(await mock.webhooks.all()).toEqual([]);
});

test("an event that cannot be about an integration says so", async () => {
  const mock = createMock();
  const { integration_id } = mock.cast.openOrder;
  await expect(mock.webhooks.trigger("data-changed", { integration_id })).rejects.toThrow(
    '"data-changed" names no model of the category ASSESSMENT',
  );
  await expect(mock.webhooks.trigger("sync-finished", { integration_id: "hibob:no" })).rejects.toThrow(
    'There is no integration "hibob:no".',
  );
  await expect(mock.webhooks.trigger("sync-ended" as "sync-finished")).rejects.toThrow(
    "body.type must be one of",
  );
});
