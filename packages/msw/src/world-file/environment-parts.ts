import * as v from "valibot";
import { instant } from "../control/inputs.ts";
import { isoString } from "../state/clock.ts";
import type { Root } from "../state/root.ts";
import { faultParts } from "./fault-parts.ts";
import {
  readEvents,
  readWebhooks,
  webhookEvent,
  webhookState,
  writeEvents,
  writeWebhooks,
} from "./webhook-parts.ts";
import type { WorldFile } from "./world-file.ts";

/**
 * Parts of the root that belong to no integration. The clock and the records of AI Apply are told in their own ways,
 * the queue with the integrations and the webhooks; the schedule begins when an environment is opened.
 */
type PartName = Exclude<
  keyof Root,
  "environment" | "integrations" | "aiApply" | "clock" | "queue" | "schedule"
>;

/** How a part of the root is told in a file, under a name that people read. */
interface Part<Name extends PartName> {
  readonly key: keyof WorldFile;
  readonly schema: v.GenericSchema;
  write(part: Root[Name]): unknown;
  /** Takes what the schema has accepted. */
  read(given: never): Root[Name];
}

const text = v.pipe(v.string(), v.minLength(1));
const endUser = v.strictObject({
  organization_name: v.string(),
  creator_email: v.nullable(v.string()),
  origin_id: v.nullable(v.string()),
});

const link = v.strictObject({
  token: text,
  kind: v.picklist(["create", "relink", "setup"]),
  integration_id: v.nullable(v.string()),
  category: v.picklist(["HRIS", "ATS", "ASSESSMENT", "LMS"]),
  tool: v.nullable(v.string()),
  end_user: endUser,
  setup_steps: v.array(v.picklist(["filtering", "field-mapping"])),
  scope_config_id: v.nullable(v.string()),
  language: v.string(),
  expires_at: instant,
  outcome: v.picklist(["open", "connected", "failed"]),
});

const activation = v.strictObject({ token: text, integration_id: text, expires_at: instant });

const passthrough = v.strictObject({
  tool: v.string(),
  api: v.string(),
  method: v.optional(v.string()),
  path: v.optional(v.string()),
  status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
  headers: v.record(v.string(), v.string()),
  data: v.unknown(),
});

/** Every such part: the compiler holds the list complete, so that nothing of a root is lost in a file. */
export const environmentParts: { readonly [Name in PartName]: Part<Name> } = {
  links: {
    key: "connect_links",
    schema: v.array(link),
    write: (links) =>
      Object.values(links).map(
        ({ integrationId, endUser, setupSteps, scopeConfigId, expiresAt, ...rest }) => ({
          ...rest,
          ...{ integration_id: integrationId, end_user: endUser, setup_steps: setupSteps },
          ...{ scope_config_id: scopeConfigId, expires_at: isoString(expiresAt) },
        }),
      ),
    read: (given: readonly v.InferOutput<typeof link>[]) =>
      byToken(given, ({ integration_id, end_user, setup_steps, scope_config_id, expires_at, ...rest }) => ({
        ...rest,
        ...{ integrationId: integration_id, endUser: end_user, setupSteps: setup_steps },
        ...{ scopeConfigId: scope_config_id, expiresAt: Date.parse(expires_at) },
      })),
  },
  activations: {
    key: "activation_tokens",
    schema: v.array(activation),
    write: (activations) =>
      Object.entries(activations).map(([token, { integrationId, expiresAt }]) => ({
        ...{ token, integration_id: integrationId, expires_at: isoString(expiresAt) },
      })),
    read: (given: readonly v.InferOutput<typeof activation>[]) =>
      byToken(given, ({ integration_id, expires_at }) => ({
        ...{ integrationId: integration_id, expiresAt: Date.parse(expires_at) },
      })),
  },
  passthroughAnswers: {
    key: "passthrough",
    schema: v.array(passthrough),
    write: (answers) => answers,
    read: (given: Root["passthroughAnswers"]) => given,
  },
  lastCalls: {
    key: "last_calls",
    schema: v.record(v.string(), instant),
    write: (calls) => Object.fromEntries(Object.entries(calls).map(([id, at]) => [id, isoString(at)])),
    read: (given: Readonly<Record<string, string>>) =>
      Object.fromEntries(Object.entries(given).map(([id, at]) => [id, Date.parse(at)])),
  },
  usedCards: {
    key: "used_cards",
    schema: v.array(text),
    write: (cards) => cards,
    read: (given: readonly string[]) => given,
  },
  ...faultParts,
  events: { key: "webhook_events", schema: v.array(webhookEvent), write: writeEvents, read: readEvents },
  webhooks: { key: "webhooks", schema: webhookState, write: writeWebhooks, read: readWebhooks },
  counter: {
    key: "counter",
    schema: v.pipe(v.number(), v.integer(), v.minValue(0)),
    write: (counter) => counter,
    read: (given: number) => given,
  },
};

function byToken<Given extends { readonly token: string }, Result>(
  given: readonly Given[],
  read: (one: Given) => Result,
): Record<string, Result> {
  return Object.fromEntries(given.map((one) => [one.token, read(one)]));
}
