import { type Operation, operations } from "@kombo-mock/openapi";
import { didYouMean } from "../nearest-name.ts";
import { changeWords, isLiteral } from "./changes.ts";

/** What is varied: the answers of an operation, or a webhook by its type. */
export type VariationOperation = Operation | `webhook ${string}`;

/**
 * One thing that is unusual about the answers of an operation and yet allowed, as plain data. Its text is
 * `GET /hris/employees work_email=null`.
 */
export interface Variation {
  readonly operation: VariationOperation;
  /**
   * The field, from the record on: in lists from each result, elsewhere from `data`. `manager.first_name`,
   * `employments[].pay_rate`. Or what is no field: `record` for the record itself, `pages`, `fault`, and of webhooks
   * `signature` and `delivery`.
   */
  readonly at: string;
  /** A word such as `null`, `absent`, `long`, or the value that stands there instead, as JSON. */
  readonly change: string;
}

/** What can be varied besides the fields of an answer, with the words that say how. */
export const wholes: Readonly<Record<string, readonly string[]>> = {
  record: ["reordered-keys", "extra-key"],
  pages: ["small", "empty", "empty-last"],
  fault: ["429", "503", "reset"],
};

const ofWebhooks: Readonly<Record<string, readonly string[]>> = {
  signature: ["bad"],
  delivery: ["duplicate", "reorder"],
};

/** Whether a variation is about a field, and not about the record, the pages or the way of an answer. */
export function isAboutField({ operation, at }: Variation): boolean {
  return !operation.startsWith("webhook ") && !Object.hasOwn(wholes, at);
}

/** Writes a variation as a text that `parseVariation` reads. */
export function printVariation({ operation, at, change }: Variation): string {
  return `${operation} ${at}=${isPlain(change) ? change.slice(1, -1) : change}`;
}

/** Reads the text of a variation; throws an error that says what is wrong with it. */
export function parseVariation(text: string): Variation {
  const [, operation = "", rest = ""] = /^\s*(\S+\s+\S+)\s*(.*?)\s*$/s.exec(text) ?? [];
  const form = 'a variation is spelled "GET /hris/employees work_email=null"';
  const name = operation.replace(/\s+/, " ");
  if (!isOperation(name)) {
    const known = [...Object.keys(operations), ...webhookNames];
    throw new Error(
      name === ""
        ? `"${text}" names no operation: ${form}.`
        : `"${name}" is no operation.${didYouMean(name, known)}`,
    );
  }
  const [, at = "", written = ""] = /^([^=\s]*)=(.*)$/s.exec(rest) ?? [];
  if (at === "" || written === "")
    throw new Error(`"${text}" does not say what is changed to what: ${form}.`);
  const faultOfPath = at.split(".").find((segment) => !/^[\w-]+(?:\[\])*$|^(?:\[\])+$/.test(segment));
  if (faultOfPath !== undefined) {
    throw new Error(
      `"${at}" is no field: write \`manager.first_name\`, and \`employments[].pay_rate\` in lists.`,
    );
  }
  return { operation: name, at, change: readChange(name, at, written) };
}

/** The names of all webhooks, as operations. */
const webhookNames = [
  "ai-apply-job-posting-status-updated",
  "ai-apply-application-status-updated",
  "assessment:order-received",
  "inline-assessment:order-received",
  "data-changed",
  "sync-finished",
  "connection-flow-failed",
  "integration-created",
  "integration-deleted",
  "integration-state-changed",
].map((name) => `webhook ${name}` as const);

function isOperation(name: string): name is VariationOperation {
  return Object.hasOwn(operations, name) || webhookNames.some((one) => one === name);
}

function readChange(operation: VariationOperation, at: string, written: string): string {
  const isWebhook = operation.startsWith("webhook ");
  const special = isWebhook ? ofWebhooks : wholes;
  const words = Object.hasOwn(special, at) ? special[at] : undefined;
  if (words) {
    if (words.includes(written)) return written;
    throw new Error(`"${at}" can be ${words.join(", ")}, but not "${written}".${didYouMean(written, words)}`);
  }
  if (isWebhook) {
    const known = Object.keys(ofWebhooks);
    throw new Error(
      `Of a webhook ${known.join(" and ")} can be varied, and not "${at}".${didYouMean(at, known)}`,
    );
  }
  if (changeWords.includes(written) || isLiteral(written)) return written;
  if (isPlain(JSON.stringify(written))) return JSON.stringify(written);
  throw new Error(
    `"${written}" is no change. There are ${changeWords.join(", ")}, and values as JSON.${didYouMean(written, changeWords)}`,
  );
}

/** Whether a change is a text that needs no quotes, since it cannot be a word of ours. */
function isPlain(change: string): boolean {
  return /^"[A-Z][\w.-]*"$/.test(change);
}
