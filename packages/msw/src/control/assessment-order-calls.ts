import type { Entity } from "@kombo-mock/factories";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { Environment } from "../state/environment.ts";
import { own } from "../state/own.ts";
import { isDeleted } from "../state/presence.ts";
import type { IntegrationState } from "../state/root.ts";
import { deliveryReports } from "../webhooks/delivery-report.ts";
import { readJson, rejection } from "../webhooks/obey-answer.ts";
import { orderPayload } from "../webhooks/order-payload.ts";
import { checkInput } from "./inputs.ts";
import { findRecords, recordWithId, shownRecord } from "./record-search.ts";
import { recordCalls } from "./records.ts";
import { integrationFor } from "./seed-integration.ts";
import { refuse } from "./seed-values.ts";
import type { DeliveryReport, OrderReport } from "./webhook-vocabulary.ts";

const orders = "assessment.orders";
const packages = "assessment.packages";

/** What a recruiter does in the tool: orders a package for a candidate. The receiver of the webhook has its say. */
export function assessmentOrderCalls(environment: Environment, machinery: Machinery) {
  const sourceOf = (integration: IntegrationState) => ({
    integration,
    seed: machinery.seed,
    view: (name: string) => viewCollection(integration, name, machinery.partitions),
  });
  const packageOf = (integration: IntegrationState, named: string | undefined): string => {
    const source = sourceOf(integration);
    const offered = findRecords(packages, {}, source).filter((one) => !isDeleted(one["remote_deleted_at"]));
    const shown = offered.map((one) => ({
      id: one.id,
      own: String(shownRecord(one, packages, source)["id"]),
    }));
    const found = named === undefined ? shown[0] : shown.find((one) => one.own === named || one.id === named);
    if (found) return found.id;
    const known = shown.map((one) => `"${one.own}"`).join(", ");
    return refuse(
      known
        ? `body.package_id: "${named}" is no package of "${integration.id}". There are ${known}.`
        : `"${integration.id}" has no package that could be ordered. Add some with PUT /assessment/packages.`,
    );
  };
  const orderNow = (integrationId: string, id: string) => {
    const integration = own(environment.root.integrations, integrationId);
    if (!integration) throw new Error(`The integration "${integrationId}" is lost.`);
    const source = sourceOf(integration);
    const record = recordWithId(orders, id, source);
    // What is shown of an order is the entity.
    const order = shownRecord(record, orders, source) as unknown as Entity<"AssessmentOrder">;
    return { order, message: record[rejection] };
  };

  return {
    async orderAssessment(given: unknown = {}): Promise<OrderReport> {
      const { integration_id, package_id, inline = false, ...parts } = checkInput("orderAssessment", given);
      environment.runDue();
      const integration = integrationFor(orders, integration_id, environment.root, machinery);
      const ordered = { status: "OPEN", package_id: packageOf(integration, package_id), ...parts };
      const made = recordCalls(environment, machinery).createRecords(orders, ordered, {
        integration_id: integration.id,
      });
      const { order } = orderNow(integration.id, String((made as Entity<"AssessmentOrder">).id));
      const type = inline ? "inline-assessment:order-received" : "assessment:order-received";
      const event = environment.commit((change) => {
        change.emit(type, integration.id, orderPayload(order, integration.id));
        return change.root.events.at(-1);
      });
      await environment.courier.settled();
      const deliveries = deliveryReports(environment.root, machinery.webhooks).filter(
        ({ event_id }) => event_id === event?.id,
      );
      const now = orderNow(integration.id, order.id);
      return {
        order: now.order,
        event_id: event?.id ?? "",
        rejection_message: typeof now.message === "string" ? now.message : null,
        assessment_url: inline ? addressIn(deliveries) : null,
        deliveries,
      };
    },
  };
}

/** Where the candidate goes by what the receivers answered; the order stays open when that is nowhere. */
function addressIn(deliveries: readonly DeliveryReport[]): string {
  const causes = deliveries.map(({ url, attempts, cause, state }) => {
    const answer = attempts.at(-1)?.answer;
    if (state !== "delivered" || !answer) return `${url ?? "the handler"}: ${cause}`;
    const address = readJson(answer.body)?.["assessment_url"];
    if (typeof address === "string" && /^https?:$/.test(URL.parse(address)?.protocol ?? ""))
      return { address };
    const came =
      address === undefined ? "has no assessment_url" : `has the assessment_url ${JSON.stringify(address)}`;
    return `${url ?? "the handler"}: the answer ${came}; it must be JSON such as {"assessment_url":"https://example.com/start"}.`;
  });
  const found = causes.find((one) => typeof one === "object");
  if (found) return found.address;
  throw new KomboError(
    null,
    causes.length === 0
      ? `Nobody receives "inline-assessment:order-received", so the candidate has nowhere to go. Add an endpoint with webhooks.endpoints.create, webhooks.deliverTo, or POST /_mock/webhooks/endpoints.`
      : `The candidate has nowhere to go. ${causes.join(" ")}`,
    { status: 409 },
  );
}
