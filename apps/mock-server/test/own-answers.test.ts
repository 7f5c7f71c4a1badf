import { checkAnswer } from "@kombo-mock/contract";
import { general } from "@kombo-mock/msw/general";
import { expect, test } from "vitest";
import { askEverything } from "./mixed-requests.ts";
import { serve, type TestServer } from "./serve.ts";

interface Entry {
  readonly violation: { readonly blame: string; readonly rule: string; readonly operation: string };
}

/** The violations for which the mock itself is to blame. */
async function ownViolations({ ask }: TestServer): Promise<Entry[]> {
  const { json } = await ask<{ results: Entry[] }>("GET /_mock/contract");
  return json.results.filter(({ violation }) => violation.blame === "provider");
}

test("no answer to a General or Connect operation departs from the API's description", async () => {
  const server = await serve({ checkAnswer });
  await askEverything(server.ask);
  const { json } = await server.ask<{ results: { operation: string | null; answer: { status: number } }[] }>(
    "GET /_mock/requests",
  );
  const succeeded = json.results.filter(({ answer }) => answer.status === 200);
  expect(new Set(succeeded.map(({ operation }) => operation))).toEqual(
    new Set(general.behaviours.map(({ operation }) => operation)),
  );
  expect(json.results.filter(({ answer }) => answer.status >= 400).length).toBeGreaterThan(15);
  expect(json.results.filter(({ answer }) => answer.status >= 500)).toEqual([]);
  expect(await ownViolations(server)).toEqual([]);
});

test("one that did would be seen", async () => {
  const server = await serve({
    checkAnswer: (operation, answer) =>
      checkAnswer(operation, {
        ...answer,
        body: answer.body.replace('"status":"success"', '"status":"done"'),
      }),
  });
  await server.ask("GET /v1/check-api-key");
  expect(await ownViolations(server)).toMatchObject([
    { violation: { rule: "invalid-answer", operation: "GET /check-api-key", location: "answer.status" } },
  ]);
});
