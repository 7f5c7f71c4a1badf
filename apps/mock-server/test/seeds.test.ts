import { checkAnswer } from "@kombo-mock/contract";
import { connectMock } from "@kombo-mock/msw/connect";
import { createMockCore, type MockControl } from "@kombo-mock/msw/core";
import { allDomains } from "@kombo-mock/msw/domains";
import { expect, test } from "vitest";
import { type List, type Row, seeds } from "./seeds.cases.ts";
import { serve } from "./serve.ts";

const apiKey = "ks_dev_seeds";

/** Lists over the API, in the integration that seeds choose by themselves. */
function listing(mock: MockControl, send: typeof fetch, baseUrl: string): List {
  return async (category, path) => {
    const integrations = await mock.integrations.list();
    const tool = category === "ASSESSMENT" ? "smartrecruiters" : "sandbox";
    const id = integrations.find((one) => one.category === category && one.tool === tool)?.id ?? "";
    const headers = { authorization: `Bearer ${apiKey}`, "x-integration-id": id };
    const results: Row[] = [];
    let cursor: string | null = "";
    while (cursor !== null) {
      const page: string = cursor && `${path.includes("?") ? "&" : "?"}cursor=${cursor}`;
      const answer = await send(baseUrl + path + page, { headers });
      const body = (await answer.json()) as { data: { results: Row[]; next: string | null } };
      expect(body).toMatchObject({ status: "success" });
      results.push(...body.data.results);
      cursor = body.data.next;
    }
    return results;
  };
}

async function inProcess(run: (typeof seeds)[string]) {
  const mock = createMockCore({ domains: allDomains, clock: "frozen", checkAnswer });
  return { read: await run(mock, listing(mock, mock.fetch, mock.baseUrl)), faults: await ourFaults(mock) };
}

async function overHttp(run: (typeof seeds)[string]) {
  const { url, baseUrl } = await serve({ checkAnswer });
  const mock = connectMock({ url, apiKey });
  return { read: await run(mock, listing(mock, fetch, baseUrl)), faults: await ourFaults(mock) };
}

async function ourFaults(mock: MockControl): Promise<string[]> {
  const provider = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
  return provider.map(({ violation }) => `${violation.operation}: ${violation.message}`);
}

test.for(Object.entries(seeds))("%s: one call, the same in process and over HTTP", async ([, run]) => {
  const result = await inProcess(run);
  expect(result.faults).toEqual([]);
  expect(await overHttp(run)).toEqual(result);
});
