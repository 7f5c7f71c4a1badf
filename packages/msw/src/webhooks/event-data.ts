import type { Entity } from "@kombo-mock/factories";
import { assessmentOrderFactory, type Category } from "@kombo-mock/factories";
import { findRecords, shownRecord } from "../control/record-search.ts";
import { refuse } from "../control/seed-values.ts";
import type { Machinery } from "../request/machinery.ts";
import { unknownIntegration } from "../request/unknown-integration.ts";
import { isoString } from "../state/clock.ts";
import { viewCollection } from "../state/collection-view.ts";
import { mainIntegration } from "../state/main-integration.ts";
import { own } from "../state/own.ts";
import { detailsOf } from "../state/partition.ts";
import type { IntegrationState, Root, WebhookData, WebhookType } from "../state/root.ts";
import { applicationOf, postingOf } from "./ai-apply-data.ts";
import { announcedModels, type ModelName } from "./announced-models.ts";
import { orderPayload } from "./order-payload.ts";

/** What an event is made from. */
interface Source {
  readonly root: Root;
  readonly now: number;
  readonly machinery: Machinery;
  /** The integration that was named. */
  readonly named: string | undefined;
  /** Where the mock is reached: links in events begin with it. */
  readonly origin: string;
}

/** An event that could have happened: its data, and the integration that it is about. */
interface MadeEvent<Data> {
  readonly integrationId: string | null;
  readonly data: Data;
}

/** For each event how it is made from the integrations and records of an environment. */
const makers: {
  readonly [Type in WebhookType]: (source: Source) => MadeEvent<WebhookData<Type>>;
} = {
  "data-changed"(source) {
    const { id, tool, category } = detailsIn(source);
    const changed_models = usualModels[category].filter((name) =>
      announcedModels(source.machinery.emit).includes(name),
    );
    if (changed_models.length === 0)
      refuse(
        `body.integration_id: "data-changed" names no model of the category ${category}, so it is never sent for "${id}".`,
      );
    return about(id, {
      ...{ integration_id: id, integration_tool: tool.id, integration_category: category },
      changed_models: changed_models.map((name) => ({ name })),
    });
  },
  "sync-finished"(source) {
    const { id, tool, category, end_user } = detailsIn(source);
    const seconds = 42;
    return about(id, {
      sync_id: own(source.root.integrations, id)?.sync?.id ?? exampleSyncId,
      sync_state: "SUCCEEDED",
      sync_started_at: isoString(source.now - seconds * 1_000),
      sync_ended_at: isoString(source.now),
      sync_duration_seconds: seconds,
      ...{ integration_id: id, integration_tool: tool.id, integration_category: category, end_user },
      log_url: logUrl(source, id),
    });
  },
  "integration-created"(source) {
    const { id, tool, category, end_user } = detailsIn(source);
    return about(id, { id, tool: tool.id, category, end_user });
  },
  "integration-deleted"(source) {
    const { id, tool, category, end_user } = detailsIn(source);
    return about(id, { id, tool: tool.id, category, end_user, deleted_at: isoString(source.now) });
  },
  "integration-state-changed"(source) {
    const { id, tool, category, end_user, status, setup_status } = detailsIn(source);
    return about(id, {
      ...{ integration_tool: tool.id, integration_id: id, integration_category: category, end_user },
      qa_status: own(source.root.integrations, id)?.qaStatus ?? "PASSED",
      ...{ setup_status, state: status, updated_at: isoString(source.now) },
    });
  },
  "connection-flow-failed"(source) {
    const { id, tool, category, end_user } = detailsIn(source);
    const data = { integration_tool: tool.id, integration_category: category, end_user };
    // There is no integration yet; the tool and the customer are those of one that there is.
    return { integrationId: null, data: { ...data, log_url: logUrl(source, id) } };
  },
  "assessment:order-received": orderOf,
  "inline-assessment:order-received": orderOf,
  "ai-apply-job-posting-status-updated": postingOf,
  "ai-apply-application-status-updated": applicationOf,
};

/** Makes an event up, from real integrations and records where there are some. */
export function makeEvent<Type extends WebhookType>(
  type: Type,
  source: Source,
): MadeEvent<WebhookData<Type>> {
  return makers[type](source);
}

const exampleSyncId = "8cVbNm3qWxRzTk6yLpHsJdFg";

const usualModels: Readonly<Record<Category, readonly ModelName[]>> = {
  HRIS: ["hris_employees"],
  ATS: ["ats_applications"],
  ASSESSMENT: [],
  LMS: ["lms_course_progressions"],
};

function about<Data>(integrationId: string, data: Data) {
  return { integrationId, data };
}

function logUrl({ origin }: Source, id: string): string {
  return `${origin}/_mock/webhooks/events?integration_id=${encodeURIComponent(id)}`;
}

function detailsIn(source: Source): Entity<"IntegrationDetails"> {
  return detailsOf(integrationIn(source, ["HRIS", "ATS", "LMS", "ASSESSMENT"]), source.machinery.seed);
}

/** The named integration, or of these categories the first that works; or any. */
function integrationIn(
  { root, named, machinery }: Source,
  categories: readonly Category[],
): IntegrationState {
  if (named !== undefined) {
    const found = own(root.integrations, named);
    if (found) return found;
    throw unknownIntegration(named, root);
  }
  const main = categories
    .map((category) => mainIntegration(root, category, machinery.seed))
    .find((one) => one !== undefined);
  return (
    main ??
    Object.values(root.integrations).find(({ inputs }) => categories.includes(inputs.category)) ??
    refuse(
      `There is no integration of the category ${categories.join(" or ")}. Add one with integrations.create, or POST /_mock/integrations.`,
    )
  );
}

/** An order that waits, or any, or one made up where the integration has none. */
function orderOf(source: Source): MadeEvent<WebhookData<"assessment:order-received">> {
  const { seed, partitions } = source.machinery;
  const integration = integrationIn(source, ["ASSESSMENT"]);
  const { id } = integration;
  const collection = "assessment.orders";
  const from = { integration, seed, view: (name: string) => viewCollection(integration, name, partitions) };
  const has = partitions.recipes.has(collection) && integration.inputs.category === "ASSESSMENT";
  const records = has ? findRecords(collection, {}, from) : [];
  const found = records.find(({ status }) => status === "OPEN") ?? records[0];
  const order = found
    ? // What is shown of an order is the entity.
      (shownRecord(found, collection, from) as unknown as Entity<"AssessmentOrder">)
    : assessmentOrderFactory.seed(seed).key(id).build();
  return about(id, orderPayload(order, id));
}
