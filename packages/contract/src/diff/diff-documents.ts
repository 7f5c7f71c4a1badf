import { compareOperations, compareWebhooks, type Documents } from "./compare-operations.ts";
import { createSchemaComparison } from "./compare-schemas.ts";
import { compareServers } from "./compare-servers.ts";
import type { Change, Difference, Direction } from "./difference.ts";
import { readDocument } from "./document.ts";
import { type Breaks, finding, toDifferences } from "./finding.ts";
import { compareText } from "./json.ts";
import { type Described, listOperations, listWebhooks } from "./operations.ts";
import { createSchemaReader } from "./schema-reader.ts";

/**
 * Tells what changed from one version of an OpenAPI document to another, both as parsed JSON. An empty list means that
 * the same requests, answers and webhooks are described. Throws a `DocumentError` where a document cannot be read.
 *
 * @example
 * diffDocuments(published, current)
 * // [{ operation: "GET /hris/absences", location: "answer.data.results[].unit", change: "enum-value-added", … }]
 */
export function diffDocuments(before: unknown, after: unknown): Difference[] {
  const [past, present] = [readDocument(before, "earlier"), readDocument(after, "later")];
  const comparison = createSchemaComparison(createSchemaReader(past), createSchemaReader(present));
  const documents = { before: past, after: present, comparison };
  return unique([
    ...compareServers(past, present),
    ...compareAll(listOperations(past), listOperations(present), operationWords, documents),
    ...compareAll(listWebhooks(past), listWebhooks(present), webhookWords, documents),
  ]);
}

interface Words {
  readonly direction: Direction;
  readonly added: Change;
  readonly removed: Change;
  readonly compare: (before: Described, after: Described, documents: Documents) => Difference[];
}

const operationWords: Words = {
  direction: "operation",
  added: "operation-added",
  removed: "operation-removed",
  compare: compareOperations,
};

const webhookWords: Words = {
  direction: "webhook",
  added: "webhook-added",
  removed: "webhook-removed",
  compare: compareWebhooks,
};

function compareAll(
  before: ReadonlyMap<string, Described>,
  after: ReadonlyMap<string, Described>,
  words: Words,
  documents: Documents,
): Difference[] {
  const { direction } = words;
  const whole = ({ name }: Described, change: Change, breaks: Breaks) => {
    const values = breaks === "both" ? { before: name } : { after: name };
    return toDifferences({ operation: name, direction, location: direction }, [
      finding(change, values, breaks),
    ]);
  };
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareText).flatMap((key) => {
    const [past, present] = [before.get(key), after.get(key)];
    if (past && present) return words.compare(past, present, documents);
    if (past) return whole(past, words.removed, "both");
    return present ? whole(present, words.added, "nobody") : [];
  });
}

function unique(differences: readonly Difference[]): Difference[] {
  const byText = new Map(differences.map((one) => [JSON.stringify(one), one]));
  return [...byText.values()];
}
