import type { IncomingRequest } from "../request/pipeline.ts";
import type { Environment } from "../state/environment.ts";

/** Lets the webhooks that a request causes leave after its answer, even when that takes its time. */
export function holdWebhooks<Answer>(
  request: Pick<IncomingRequest, "header">,
  answer: Answer,
  environmentOf: (request: Pick<IncomingRequest, "header">) => Environment,
): Answer {
  if (!(answer instanceof Promise)) return answer;
  try {
    environmentOf(request).courier.holdUntil(answer);
  } catch {
    // A request without a key that counts changes nothing.
  }
  return answer;
}
