import { describeSchemaErrors } from "@kombo-mock/contract/judge";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import { unknownIntegration } from "../request/unknown-integration.ts";
import { isoString } from "../state/clock.ts";
import type { Environment } from "../state/environment.ts";
import type { WebhookEvent, WebhookType } from "../state/root.ts";
import { type SentEvent, sentEvent } from "../webhooks/collected-event.ts";
import { deliveryReports, endpointReport } from "../webhooks/delivery-report.ts";
import { addEndpoint, changeEndpoint, removeEndpoint } from "../webhooks/endpoints.ts";
import { makeEvent } from "../webhooks/event-data.ts";
import { redeliver } from "../webhooks/record-attempt.ts";
import type { WebhookHandler } from "../webhooks/send-webhook.ts";
import { withValues } from "../webhooks/set-values.ts";
import { faultOfUrl } from "../webhooks/webhook-settings.ts";
import type { Chaos } from "../webhooks/webhook-state.ts";
import { checkInput } from "./inputs.ts";
import { refuse } from "./seed-values.ts";
import type { DeliveryReport, EndpointReport, TriggerReport } from "./webhook-vocabulary.ts";

/** The control calls about webhooks: what is given is checked here, whoever gives it. */
export function webhookCalls(environment: Environment, machinery: Machinery) {
  const { courier } = environment;
  const settings = machinery.webhooks;

  const assertUrl = (url: string | undefined) => {
    const fault = url === undefined ? undefined : faultOfUrl(url, settings.allowedHosts);
    if (fault !== undefined) refuse(`body.url ${fault}`);
  };
  const assertIntegration = (id: string | null | undefined) => {
    if (id != null && !environment.knows(id)) throw unknownIntegration(id, environment.root);
  };
  const deliveriesOf = (eventId: string): DeliveryReport[] =>
    deliveryReports(environment.root, machinery.webhooks).filter(({ event_id }) => event_id === eventId);
  const deliveryIn = (id: string): DeliveryReport => {
    const found = deliveryReports(environment.root, machinery.webhooks).find((one) => one.id === id);
    if (found) return found;
    throw new KomboError(null, `There is no delivery "${id}". GET /_mock/webhooks/deliveries lists them.`, {
      status: 404,
    });
  };

  return {
    listEndpoints: (): EndpointReport[] => environment.root.webhooks.endpoints.map(endpointReport),
    createEndpoint(given: unknown): EndpointReport {
      const { url, integration_id, ...parts } = checkInput("createEndpoint", given);
      assertUrl(url);
      assertIntegration(integration_id);
      return endpointReport(
        environment.commit((change) =>
          addEndpoint(change, { url, integrationId: integration_id ?? null, ...partsOf(parts) }),
        ),
      );
    },
    updateEndpoint(id: string, given: unknown): EndpointReport {
      const { url, ...parts } = checkInput("updateEndpoint", given);
      assertUrl(url);
      const changes = { ...(url === undefined ? {} : { url }), ...partsOf(parts) };
      return endpointReport(environment.commit((change) => changeEndpoint(change, id, changes)));
    },
    removeEndpoint: (id: string): void => environment.commit((change) => removeEndpoint(change, id)),
    deliverTo(handler: WebhookHandler, given: unknown = {}): EndpointReport {
      const { integration_id, ...parts } = checkInput("deliverTo", given, "options");
      assertIntegration(integration_id);
      const made = environment.commit((change) =>
        addEndpoint(change, { url: null, integrationId: integration_id ?? null, ...partsOf(parts) }),
      );
      courier.handOver(made.id, handler);
      return endpointReport(made);
    },
    listDeliveries(given: unknown = {}): DeliveryReport[] {
      const wanted = Object.entries(checkInput("listDeliveries", given, "query"));
      environment.runDue();
      return deliveryReports(environment.root, machinery.webhooks).filter((one) =>
        // The names of the filters are those of the report.
        wanted.every(([name, value]) => value === undefined || one[name as keyof DeliveryReport] === value),
      );
    },
    async redeliver(id: string): Promise<DeliveryReport> {
      environment.commit((change) => {
        const { endpoint_id, state } = deliveryIn(id);
        const { deliveries, endpoints } = change.root.webhooks;
        const delivery = deliveries.find((one) => one.id === id);
        if (!endpoints.some((one) => one.id === endpoint_id))
          refuse(`The endpoint of the delivery "${id}" was removed.`);
        if (delivery && state !== "pending") redeliver(change, delivery);
      });
      await courier.settled();
      return deliveryIn(id);
    },
    async trigger(given: unknown, origin = settings.origin()): Promise<TriggerReport> {
      const { type, integration_id: named, set = {}, chaos } = checkInput("trigger", given);
      // A tenth of a megabyte that few need.
      const { webhookValidators } = await import("@kombo-mock/openapi/webhooks");
      environment.runDue();
      const { root, now } = environment;
      const made = makeEvent(type, { root, now, machinery, named, origin });
      const data = withValues(made.data, set);
      const body = { id: "", type, data };
      const validator = webhookValidators[type]?.body;
      if (validator && !validator(body)) {
        const faults = describeSchemaErrors(validator.errors ?? [], body, "body.set");
        refuse(faults.map(({ message }) => message.replace(/^body\.set\.data\b/, "body.set")).join(" "));
      }
      const rules = chaos && chaosFrom(chaos);
      const event = environment.commit((change) => {
        change.emit(type, integrationOf(data) ?? made.integrationId, data, rules);
        return change.root.events.at(-1);
      });
      if (!event) throw new Error("An event that was just made is gone.");
      await courier.settled();
      return {
        ...{ id: event.id, type, integration_id: event.integrationId, data },
        deliveries: deliveriesOf(event.id),
      };
    },
    listEvents(type?: WebhookType): Promise<SentEvent[]> {
      if (type !== undefined) checkInput("takeEvent", { type }, "query");
      environment.runDue();
      const events = environment.root.events.filter((event) => type === undefined || event.type === type);
      return Promise.all(events.map((event) => sentEvent(event, settings)));
    },
    async takeEvent(given: unknown = {}): Promise<SentEvent> {
      const { type } = checkInput("takeEvent", given);
      const taken = environment.commit((change) => {
        const { events, webhooks } = change.root;
        const known = new Set(webhooks.taken);
        const next = events.find(({ id, type: own }) => (type ?? own) === own && !known.has(id));
        if (next) change.set({ webhooks: { ...webhooks, taken: [...webhooks.taken, next.id] } });
        return next;
      });
      if (!taken) throw new KomboError(null, nothingCame(environment, type), { status: 404 });
      return sentEvent(taken, settings);
    },
    deliveriesOf,
    /** Answers something as soon as everything that it caused has arrived. */
    async finish<Result>(result: Result): Promise<Result> {
      if (courier.isBusy) await courier.settled();
      return result;
    },
    async settle(given: unknown = {}): Promise<void> {
      const { flush = false } = checkInput("settle", given);
      environment.runDue();
      await (flush ? courier.flush() : courier.settled());
    },
  };
}

/** Why there is no event to take: what came in its place, and what may hold it back. */
function nothingCame({ root }: Environment, type: WebhookType | undefined): string {
  const { events, webhooks } = root;
  const known = new Set(webhooks.taken);
  const told = counted(events.filter(({ id }) => !known.has(id)));
  const gone = counted(events.filter(({ id }) => known.has(id)));
  const came = told || "nothing";
  const held = Object.entries(webhooks.throttles).filter(([, throttle]) => throttle.held.length > 0);
  const throttled = held.map(
    ([id, { until, held: models }]) =>
      ` Changes of ${models.join(", ")} in "${id}" are held back until ${isoString(until)}: settle({ flush: true }) sends them, and webhooks: { throttleMs: 0 } holds none back.`,
  );
  return `No ${type === undefined ? "event" : `"${type}"`} waits to be taken. There is ${came}${gone ? `; taken already: ${gone}` : ""}.${throttled.join("")}`;
}

function counted(events: readonly WebhookEvent[]): string {
  const byType = Map.groupBy(events, ({ type }) => type);
  return [...byType].map(([type, list]) => `${list.length} × "${type}"`).join(", ");
}

function chaosFrom(names: readonly (keyof Chaos)[]): Chaos {
  return Object.fromEntries(names.map((name) => [name, { first: 1 }]));
}

/** The integration of an event whose id was set. */
function integrationOf(data: object): string | undefined {
  return "integration_id" in data && typeof data.integration_id === "string"
    ? data.integration_id
    : undefined;
}

/** The parts of an endpoint that were given. */
function partsOf(given: {
  readonly events?: readonly WebhookType[] | null | undefined;
  readonly secret?: string | null | undefined;
  readonly chaos?: Chaos | undefined;
}) {
  const { events, secret, chaos } = given;
  return {
    ...(events === undefined ? {} : { events }),
    ...(secret === undefined ? {} : { secret }),
    ...(chaos === undefined ? {} : { chaos }),
  };
}
