import type { MockControl } from "../control/vocabulary.ts";
import type { Exchange } from "../request/journal.ts";
import { labelOf } from "./journal-words.ts";

/** How many exchanges a report shows. */
const shownExchanges = 10;

/** What one wants to know of a mock when a test has failed. */
export async function reportOf(mock: MockControl, title: string): Promise<string> {
  const { extends: world, seed = 1, date } = await mock.exportState();
  const now = await mock.clock.now();
  const own = (await mock.requests()).filter((exchange) => isOf(exchange, title));
  const last = own.slice(-shownExchanges);
  const head = `Kombo Mock in "${title}": seed ${seed}, world ${world}, date ${date}, clock ${now}.`;
  if (last.length === 0) return `${head} No request came.`;
  const of = last.length === own.length ? "" : ` of ${own.length}`;
  const count = last.length === 1 ? "The one exchange" : `The last ${last.length}${of} exchanges`;
  return `${head} ${count}:\n${last.map(lineOf).join("\n")}`;
}

/** Whether an exchange may belong to a test: it does not carry the label of another one. */
function isOf(exchange: Exchange, title: string): boolean {
  return !("label" in exchange) || exchange.label === null || exchange.label === labelOf(title);
}

function lineOf({ id, method, path, request, answer, marked, lost }: Exchange): string {
  const address = request.query === "" ? path : `${path}?${request.query}`;
  const made = marked === null ? "" : `(${marked})`;
  return [`  #${id}`, method, address, answer.status, answer.code ?? "", lost ?? "", made]
    .filter((part) => part !== "")
    .join(" ");
}
