import type { Root } from "../state/root.ts";
import type { Sent } from "../webhooks/send-webhook.ts";
import type { Delivery } from "../webhooks/webhook-state.ts";
import type { Varying } from "./varying.ts";

/** The ways in which one delivery can be sent. */
interface Ways {
  /** What is varied about it. */
  readonly around: ReadonlySet<string>;
  /** Sends it under a signature made with another secret. */
  readonly forged: () => Promise<Sent>;
  readonly genuine: () => Promise<Sent>;
}

/** Something that a variation showed and no test may see, such as a forged webhook that was accepted. */
export interface Finding {
  /** The variation, as text. */
  readonly variation: string;
  readonly message: string;
}

/**
 * Sends a delivery with what is varied about it: a forged copy before it, which the receiver has to refuse, and the same
 * once more after it. What counts is what the genuine one is answered.
 */
export async function sendVaried(
  type: string,
  { around, forged, genuine }: Ways,
  onFinding: ((finding: Finding) => void) | undefined,
): Promise<Sent> {
  if (around.has("signature") && isAccepted(await forged())) {
    onFinding?.({
      variation: `webhook ${type} signature=bad`,
      message: `A "${type}" webhook whose signature is wrong was accepted. Verify X-Kombo-Signature, and answer 401 where it does not fit.`,
    });
  }
  const sent = await genuine();
  if (around.has("duplicate") && isAccepted(sent)) await genuine();
  return sent;
}

/** What goes next of several deliveries to one endpoint: the first, or the one behind it where they may change places. */
export function nextOf(
  [first, second]: readonly Delivery[],
  { events }: Root,
  varying: Varying,
): Delivery | undefined {
  const type = first && events.find(({ id }) => id === first.eventId)?.type;
  return type && second && varying.deliveriesOf(type).has("reorder") ? second : first;
}

function isAccepted(sent: Sent): boolean {
  return sent.kind === "answer" && sent.answer.status >= 200 && sent.answer.status < 300;
}
