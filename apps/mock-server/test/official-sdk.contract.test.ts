import { HTTPClient } from "@kombo-api/sdk";
import { checkAnswer, type Violation } from "@kombo-mock/contract";
import { judgeRecorded, type Recorded } from "@kombo-mock/contract/recorded";
import { startServer } from "kombo-mock";
import { expect, onTestFinished, test } from "vitest";
import { type Client, calls, clientOf } from "./official-sdk.calls.ts";
import { filtered } from "./official-sdk.filters.ts";
import { fullerCalls } from "./official-sdk.fuller-calls.ts";
import { fieldLists, lists, type Pages } from "./official-sdk.lists.ts";

/** What a method's own purpose breaks, whatever it is given. */
const accepted: Readonly<Record<string, { readonly rules: readonly string[]; readonly reason: string }>> = {
  "ats.getApplicationStages": {
    rules: ["deprecated-operation"],
    reason: "The operation that the method is for is deprecated.",
  },
};

const inDomain = (name: string, client: Client) => client.of(name.split(".")[0] as "hris");

const readAll = async (pages: Pages) => {
  for await (const { result } of pages) expect(result.data.results).toBeDefined();
};

const all: readonly (readonly [title: string, method: string, call: (client: Client) => Promise<unknown>])[] =
  [
    ...Object.entries(calls).map(([name, call]) => [name, name, call] as const),
    ...Object.entries(fullerCalls).map(([name, call]) => [`${name} with more`, name, call] as const),
    ...Object.entries({ ...lists, ...fieldLists }).map(
      ([name, list]) =>
        [
          `${name} by pages`,
          name,
          async (client: Client) => readAll(await list(inDomain(name, client), { page_size: 7 })),
        ] as const,
    ),
    ...Object.entries(filtered).map(
      ([name, list]) =>
        [
          `${name} with every filter`,
          name,
          async (client: Client) => readAll(await list(inDomain(name, client))),
        ] as const,
    ),
  ];

test("every list is read with filters, too", () => {
  expect(Object.keys(filtered)).toEqual(Object.keys(lists));
});

test("what is accepted is accepted of methods that there are", () => {
  const methods = new Set(all.map(([, method]) => method));
  expect(Object.keys(accepted).filter((method) => !methods.has(method))).toEqual([]);
});

test.each(all)("%s raises nothing above a note", async (_title, method, call) => {
  const server = await startServer({ port: 0, checkAnswer });
  onTestFinished(server.close);
  const wire: Recorded[] = [];
  await call(clientOf(server, recordingClient(wire)));

  expect(wire.length).toBeGreaterThan(0);
  const ledger = (await server.mock.contract()).map(({ violation }) => violation);
  const onTheWire = wire.flatMap((recorded) => judgeRecorded(recorded).violations);
  const want = accepted[method]?.rules ?? [];
  expect([...new Set(seriousOf(ledger))]).toEqual(want);
  expect([...new Set(seriousOf(onTheWire))]).toEqual(want);
});

/** The rules that are broken beyond a note, ours and the consumer's. */
function seriousOf(violations: readonly Violation[]): string[] {
  return violations
    .filter(({ severity }) => severity !== "note")
    .map(({ rule, message }) => (rule.startsWith("deprecated-") ? rule : `${rule}: ${message}`));
}

/** A client of the SDK that keeps each exchange as it went over the wire. */
function recordingClient(wire: Recorded[]): HTTPClient {
  return new HTTPClient({
    fetcher: async (input, init) => {
      const request = new Request(input, init);
      const body = await request.clone().text();
      const answer = await fetch(request);
      const headers = Object.fromEntries(request.headers);
      wire.push({
        request: { method: request.method, url: request.url, headers, body: body === "" ? null : body },
        answer: {
          status: answer.status,
          headers: Object.fromEntries(answer.headers),
          body: await answer.clone().text(),
        },
        test: null,
      });
      return answer;
    },
  });
}
