import { verifyKomboSignature } from "@kombo-mock/contract/signature";
import { type FetchTools, fetchDue, type Unfetched } from "./fetch-due.ts";
import { makeAllDue, takeEvent } from "./take-event.ts";
import { parseWebhook } from "./webhook.ts";

interface ReceiverOptions extends FetchTools {
  /** The webhook secret of the environment. */
  readonly secret: string;
  /** Told of what could not be fetched. */
  readonly onUnfetched?: (unfetched: Unfetched) => void;
  /** Told of anything else that went wrong while fetching. */
  readonly onError?: (error: unknown) => void;
}

/** Receives webhooks, and keeps up to date what they are about. */
export interface Receiver {
  /** Answers one delivery. What it asks for is fetched after the answer. */
  receive(request: Request): Promise<Response>;
  /**
   * Fetches all lists of all known integrations from beginning to end. Deliveries can get lost, so this is to be done
   * now and then, weekly for instance.
   */
  fetchAll(): Promise<void>;
  /** Fetches what is still due: a fetch that failed, or that a crash broke off. */
  fetchDue(): Promise<void>;
  /** Waits until nothing is being fetched. */
  idle(): Promise<void>;
}

/** Makes a receiver. */
export function createReceiver(options: ReceiverOptions): Receiver {
  const { secret, store, onUnfetched = () => {}, onError = () => {} } = options;
  // One fetch after the other: two of the same list would race for what is written last.
  let work: Promise<void> = Promise.resolve();
  const fetchSoon = () => {
    work = work.then(async () => {
      try {
        for (const unfetched of await fetchDue(options)) onUnfetched(unfetched);
      } catch (error) {
        onError(error);
      }
    });
  };

  return {
    async receive(request) {
      if (request.method !== "POST") return answer(405, "Send webhooks with POST.");
      // The bytes as they came: JSON that was parsed and written again has other bytes, and another signature.
      const raw = new Uint8Array(await request.arrayBuffer());
      if (!(await verifyKomboSignature(raw, request.headers.get("x-kombo-signature"), secret)))
        return answer(401, "The signature is not that of the body.");
      const event = parseWebhook(new TextDecoder().decode(raw));
      if (!event) return answer(400, "The body is no webhook.");
      if (!takeEvent(store, event)) return answer(200, "This event was handled already.");
      fetchSoon();
      return answer(200, "Taken.");
    },
    async fetchAll() {
      makeAllDue(store);
      fetchSoon();
      await work;
    },
    async fetchDue() {
      fetchSoon();
      await work;
    },
    idle: () => work,
  };
}

function answer(status: number, message: string): Response {
  return Response.json({ message }, { status });
}
