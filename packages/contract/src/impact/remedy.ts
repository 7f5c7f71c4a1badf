import type { Change, Difference } from "../diff/difference.ts";

type Remedies = { readonly request: string; readonly answer: string };

const same = (text: string): Remedies => ({ request: text, answer: text });
const nothing = "Nothing has to change.";

const remedies: Readonly<Record<Change, Remedies>> = {
  "operation-added": same(nothing),
  "operation-removed": same("Move to what replaces the operation before you upgrade."),
  "operation-deprecated": same("Plan the move to what replaces the operation; it still works."),
  "operation-no-longer-deprecated": same(nothing),
  "webhook-added": same("Let your endpoint answer 200 to types that it does not know."),
  "webhook-removed": same("Stop waiting for the webhook; poll, or listen to what replaces it."),
  "server-added": same(nothing),
  "server-removed": same("Change the base URL where it is configured."),
  "parameter-added": same("Send the parameter."),
  "parameter-removed": same(
    "Stop sending the parameter; it is ignored, so what it filtered comes back whole.",
  ),
  "style-changed": same("Write lists in the parameter in the new way."),
  "body-added": same("Send a body."),
  "body-removed": same("Stop sending a body; it is ignored."),
  "answer-added": same("Handle the new status."),
  "answer-removed": same("Handle the status that comes in its place."),
  "header-added": same(nothing),
  "header-removed": same("Do without the header, or take it for optional."),
  "content-type-changed": { request: "Send the new content type.", answer: "Read the new content type." },
  "property-added": { request: "Send the key.", answer: nothing },
  "property-removed": {
    request: "Stop sending the key; it is ignored.",
    answer: "Do without the field, or read what replaces it.",
  },
  "became-required": { request: "Send it always.", answer: nothing },
  "became-optional": { request: nothing, answer: "Handle an answer that lacks the field." },
  deprecated: same("Plan to do without it; it still works."),
  "no-longer-deprecated": same(nothing),
  "type-changed": {
    request: "Send the new type.",
    answer: "Read the new type; validators and database columns too.",
  },
  "became-nullable": { request: nothing, answer: "Handle null." },
  "no-longer-nullable": { request: "Leave the key out in place of null.", answer: nothing },
  "enum-value-added": {
    request: nothing,
    answer: "Handle the value, or let unknown ones pass: a default case, a validator that is open.",
  },
  "enum-value-removed": { request: "Stop sending the value.", answer: nothing },
  "enum-opened": {
    request: nothing,
    answer: "Let unknown values pass: a default case, a validator that is open.",
  },
  "enum-closed": { request: "Send listed values only.", answer: nothing },
  "error-code-added": same("Let your error handling treat unknown codes by their status."),
  "error-code-removed": same("What handled the code is never reached again; handle what comes in its place."),
  "format-changed": { request: "Send the new format.", answer: "Read the new format." },
  "pattern-changed": {
    request: "Send what matches the pattern.",
    answer: "Let values pass that do not match the old pattern.",
  },
  "limit-changed": {
    request: "Stay within the limit.",
    answer: "Make room for values beyond the old limit.",
  },
  "default-changed": same("Send the value that you rely on."),
  "rule-changed": {
    request: "Send what the rule allows.",
    answer: "Let values pass that the old rule ruled out.",
  },
  "additional-properties-changed": { request: "Send declared keys only.", answer: "Let unknown keys pass." },
  "variant-added": { request: nothing, answer: "Handle the variant, or pass over those that are not known." },
  "variant-removed": { request: "Stop sending the variant.", answer: nothing },
};

/** What a consumer does about a difference. */
export function remedyOf({ change, direction }: Pick<Difference, "change" | "direction">): string {
  return remedies[change][direction === "request" ? "request" : "answer"];
}
