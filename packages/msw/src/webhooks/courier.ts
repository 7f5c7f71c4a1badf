import type { Machinery } from "../request/machinery.ts";
import type { Environment } from "../state/environment.ts";
import { nextOf, sendVaried } from "../variation/vary-deliveries.ts";
import { flushThrottles } from "./announce-changes.ts";
import { later } from "./outside.ts";
import { flushDeliveries, recordAttempt } from "./record-attempt.ts";
import { type Sent, sendWebhook, type WebhookHandler } from "./send-webhook.ts";
import { bodyOf, headersOf } from "./webhook-message.ts";
import { faultOfUrl } from "./webhook-settings.ts";
import type { Delivery, WebhookEndpoint } from "./webhook-state.ts";

/** How long an answer that is on its way holds back the webhooks that it caused, in milliseconds of real time. */
const longestHold = 3_000;

/** How long a call waits for a delivery that began before it: its receiver may be the one who waits for the call. */
const patience = 2_000;

/** How long a call waits in all: receivers that write each time they are told would keep it forever. */
const longestWait = 60_000;

/** How often everything is sent that waits: retries wait again, and receivers may change more. */
const mostRounds = 20;

/** A delivery that is being sent. */
interface UnderWay {
  readonly delivery: Delivery;
  readonly abort: AbortController;
}

/**
 * Sends the pending deliveries of an environment, one after the other to each endpoint. What is to be sent and what came
 * of it stands in the root; the courier itself knows only what is on its way right now.
 */
export class Courier {
  readonly #environment: Environment;
  readonly #machinery: Machinery;
  readonly #handlers = new Map<string, WebhookHandler>();
  readonly #underWay = new Map<string, UnderWay>();
  #seen: unknown;
  #isRoused = false;
  #holds = 0;
  #isStopped = false;
  #onProgress: (() => void)[] = [];

  constructor(environment: Environment, machinery: Machinery) {
    this.#environment = environment;
    this.#machinery = machinery;
  }

  /** Looks at a root that was just installed, and sends what is pending in the next macrotask. */
  wake(): void {
    const { webhooks } = this.#environment.root;
    if (webhooks === this.#seen) return;
    this.#seen = webhooks;
    if (this.#next().length > 0) this.#rouse();
  }

  /** The past was replaced: what is on its way belongs to it, unless the new root has it too. */
  replaced(which: "all" | "some"): void {
    const { deliveries } = this.#environment.root.webhooks;
    for (const [endpointId, { delivery, abort }] of this.#underWay) {
      if (which === "some" && deliveries.includes(delivery)) continue;
      this.#underWay.delete(endpointId);
      abort.abort();
    }
    this.#seen = undefined;
    this.#progress();
    this.wake();
  }

  /** Sends nothing any more. */
  stop(): void {
    this.#isStopped = true;
    for (const { abort } of this.#underWay.values()) abort.abort();
    this.#underWay.clear();
    this.#progress();
  }

  /** Holds everything back until an answer that takes its time is given. */
  holdUntil(answered: Promise<unknown>): void {
    this.#holds++;
    let isHeld = true;
    const release = () => {
      if (!isHeld) return;
      isHeld = false;
      this.#holds--;
      cancel();
      this.#rouse();
    };
    const cancel = later(longestHold, release);
    answered.then(release, release);
  }

  /** Lets a function take what goes to an endpoint without an address. */
  handOver(endpointId: string, handler: WebhookHandler): void {
    this.#handlers.set(endpointId, handler);
  }

  /** Whether something is being sent, or is going to be. */
  get isBusy(): boolean {
    return !this.#isStopped && (this.#underWay.size > 0 || this.#next().length > 0);
  }

  /** Resolves when nothing is to be sent any more. */
  async settled(): Promise<void> {
    const began = new Set([...this.#underWay.values()].map(({ delivery }) => delivery));
    let isTired = false;
    const tire = () => {
      isTired = true;
      this.#progress();
    };
    const timers = [later(longestWait, tire)];
    if (began.size > 0) {
      const isBehind = () => [...this.#underWay.values()].some(({ delivery }) => began.has(delivery));
      timers.push(later(patience, () => isBehind() && tire()));
    }
    while (this.isBusy && !isTired) await new Promise<void>((resolve) => this.#onProgress.push(resolve));
    for (const cancel of timers) cancel();
  }

  /** Sends what throttles hold back and what waits for its time, and resolves when there is nothing left. */
  async flush(): Promise<void> {
    for (let round = 0; round < mostRounds; round++) {
      await this.settled();
      if (this.isBusy || !this.#isHoldingBack) return;
      this.#environment.commit((change) => {
        flushThrottles(change);
        flushDeliveries(change);
      });
    }
  }

  get #isHoldingBack(): boolean {
    const { deliveries, throttles } = this.#environment.root.webhooks;
    return (
      deliveries.some(({ state }) => state === "waiting" || state === "held") ||
      Object.values(throttles).some(({ held }) => held.length > 0)
    );
  }

  /** The first pending delivery of each endpoint. */
  #next(): { readonly delivery: Delivery; readonly endpoint: WebhookEndpoint }[] {
    const { deliveries, endpoints } = this.#environment.root.webhooks;
    const { varying } = this.#machinery;
    return endpoints.flatMap((endpoint) => {
      const pending = deliveries.filter((one) => one.endpointId === endpoint.id && one.state === "pending");
      const delivery = varying ? nextOf(pending, this.#environment.root, varying) : pending[0];
      return delivery ? [{ delivery, endpoint }] : [];
    });
  }

  #rouse(): void {
    if (this.#isRoused || this.#holds > 0 || this.#isStopped) return;
    this.#isRoused = true;
    later(0, () => {
      this.#isRoused = false;
      if (this.#holds > 0 || this.#isStopped) return;
      for (const { delivery, endpoint } of this.#next()) {
        if (!this.#underWay.has(endpoint.id)) void this.#deliver(delivery, endpoint);
      }
    });
  }

  async #deliver(delivery: Delivery, endpoint: WebhookEndpoint): Promise<void> {
    const mine = { delivery, abort: new AbortController() };
    this.#underWay.set(endpoint.id, mine);
    const { headers, sent } = await this.#send(delivery, endpoint, mine.abort.signal);
    // A reset came in between: what was sent has never been.
    if (this.#underWay.get(endpoint.id) !== mine) return;
    this.#underWay.delete(endpoint.id);
    this.#environment.commit((change) => {
      const event = eventOf(change.root, delivery);
      if (event && change.root.webhooks.deliveries.includes(delivery))
        recordAttempt(change, { delivery, event, endpoint, headers, sent }, this.#machinery);
    });
    // What the attempt scheduled may be due by now.
    this.#environment.runDue();
    this.#progress();
    this.#rouse();
  }

  async #send(
    delivery: Delivery,
    { id, url, secret }: WebhookEndpoint,
    signal: AbortSignal,
  ): Promise<{ readonly headers: Readonly<Record<string, string>>; readonly sent: Sent }> {
    const { webhooks } = this.#machinery;
    const event = eventOf(this.#environment.root, delivery);
    const body = event ? bodyOf(event, webhooks) : "";
    const good = secret ?? webhooks.secret;
    const isForged = delivery.chaos.includes("bad_signature") && !delivery.byHand;
    const headers = await headersOf(body, isForged ? `not ${good}` : good);
    const handler = this.#handlers.get(id);
    const fault =
      url === null
        ? handler
          ? undefined
          : "has no handler in this process."
        : // A world file may name any address.
          faultOfUrl(url, webhooks.allowedHosts);
    if (fault !== undefined) {
      return { headers, sent: { kind: "failed", code: null, message: `the endpoint ${fault}` } };
    }
    if (event) this.#machinery.onWebhook?.(event.type);
    const { timeoutMs } = webhooks;
    const to = url ?? "http://127.0.0.1/in-process";
    const send = (said: Readonly<Record<string, string>>) =>
      sendWebhook(
        { url: to, headers: said, body, handler: url === null ? handler : undefined, timeoutMs },
        signal,
      );
    const { varying, onFinding } = this.#machinery;
    if (!varying || !event || delivery.byHand) return { headers, sent: await send(headers) };
    const forged = () => headersOf(body, `not ${good}`).then(send);
    const around = varying.deliveriesOf(event.type);
    return {
      headers,
      sent: await sendVaried(event.type, { around, forged, genuine: () => send(headers) }, onFinding),
    };
  }

  #progress(): void {
    const waiting = this.#onProgress;
    this.#onProgress = [];
    for (const resolve of waiting) resolve();
  }
}

function eventOf({ events }: Environment["root"], { eventId }: Delivery) {
  return events.find(({ id }) => id === eventId);
}
