import { assumption } from "../request/assumption.ts";

/** What nobody published about webhooks. */
export const webhookGuesses = {
  "writes-are-announced": assumption(
    "Does a write through the API make a `data-changed` webhook, as a change in the tool does?",
    true,
    {
      alternatives: [true, false],
      why: "The written record is in the vendor's store at once, which is what the webhook tells of.",
    },
  ),
  "models-announced-by-name": assumption("Which models does `data-changed` name?", "published", {
    alternatives: ["published"],
    why: 'Those of its published list: no assessment orders, and with `emit: "all-generations"` no skills and notes, whose names older SDKs refuse.',
  }),
  "webhook-success": assumption("Which answers of a receiver count as received?", "2xx", {
    alternatives: ["2xx", "200"],
    why: "Only 200 is published; other successes are usual.",
  }),
  "webhook-retries": assumption("How often is a webhook sent again that did not arrive?", 3, {
    alternatives: [3, 2, 1, 0],
    why: "Unpublished. The mock sends it again after 10 seconds, 1 minute and 10 minutes of its clock; an inline assessment order never, as its candidate waits.",
  }),
} as const;
