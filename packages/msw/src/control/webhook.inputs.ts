import * as v from "valibot";
import { webhookTypes } from "../webhooks/webhook-types.ts";

const type = v.picklist(webhookTypes);
const text = v.pipe(v.string(), v.minLength(1));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const rule = { first: v.optional(count), every: v.optional(count) };
const which = v.strictObject(rule);

/** What goes wrong with the deliveries to an endpoint: the first so many, and every so many-th. */
const chaos = v.strictObject({
  duplicate: v.optional(which),
  /** It comes after the next one. */
  reorder: v.optional(which),
  drop: v.optional(which),
  bad_signature: v.optional(which),
  delay: v.optional(
    v.strictObject({
      ...rule,
      /** How long, in milliseconds of the environment's clock; a minute when left out. */
      milliseconds: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
    }),
  ),
});

const endpointParts = {
  /** Only these events; all when left out. */
  events: v.optional(v.nullable(v.array(type))),
  /** Its own secret; the mock's when left out. */
  secret: v.optional(v.nullable(text)),
  chaos: v.optional(chaos),
};

/** The inputs of the control calls about webhooks. */
export const webhookInputs = {
  createEndpoint: v.strictObject({
    url: text,
    /** Only events about this integration; about any, or none, when left out. */
    integration_id: v.optional(v.nullable(text)),
    ...endpointParts,
  }),
  updateEndpoint: v.strictObject({ url: v.optional(text), ...endpointParts }),
  deliverTo: v.strictObject({ integration_id: v.optional(v.nullable(text)), ...endpointParts }),
  takeEvent: v.strictObject({ type: v.optional(type) }),
  listDeliveries: v.strictObject({
    type: v.optional(type),
    integration_id: v.optional(text),
    endpoint_id: v.optional(text),
    event_id: v.optional(text),
  }),
  trigger: v.strictObject({
    type,
    /** What the event is about; the first fitting integration when left out. */
    integration_id: v.optional(text),
    /** Values in place of what is made up, by their path in `data`: `{ "end_user.origin_id": "customer-7" }`. */
    set: v.optional(v.record(v.string(), v.unknown())),
    /** What goes wrong with this one, in place of what the endpoints say. */
    chaos: v.optional(v.array(v.picklist(["duplicate", "reorder", "drop", "bad_signature", "delay"]))),
  }),
  settle: v.strictObject({
    /** Also sends what throttles hold back, and retries that wait. */
    flush: v.optional(v.boolean()),
  }),
  orderAssessment: v.strictObject({
    /** An ASSESSMENT integration; the first usable one when left out. */
    integration_id: v.optional(text),
    /** The package by your own id; the first of the integration when left out. */
    package_id: v.optional(text),
    candidate: v.optional(v.record(v.string(), v.unknown())),
    application: v.optional(v.record(v.string(), v.unknown())),
    job: v.optional(v.record(v.string(), v.unknown())),
    /** The candidate waits for the assessment's address. */
    inline: v.optional(v.boolean()),
  }),
};
