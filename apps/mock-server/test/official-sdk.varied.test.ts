import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import { chooseVariants } from "@kombo-mock/contract/hostile";
import { possibleVariations, printVariation } from "@kombo-mock/contract/variation";
import { createMock } from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import document from "@kombo-mock/openapi/openapi.json" with { type: "json" };
import { expect, test, vi } from "vitest";
import { lists } from "./official-sdk.lists.ts";

vi.setConfig({ testTimeout: 120_000 });

const operationsBySdk = new Map(
  Object.entries(operations).flatMap(([name, { sdk }]) => (sdk ? [[sdk, name as Operation] as const] : [])),
);

test.each(Object.keys(lists))("the official SDK reads what %s answers in eight variants", async (name) => {
  const operation = operationsBySdk.get(name);
  const list = lists[name];
  if (!operation || !list) throw new Error(name);
  const possible = possibleVariations(operation, document).filter(({ at }) => at !== "fault");
  let read = 0;
  for (const variant of chooseVariants(possible, { seed: 1, count: 8 })) {
    const mock = createMock({ world: "edge", variations: variant.map(printVariation) });
    for (const { id, category } of await mock.integrations.list()) {
      if (name.split(".")[0]?.toUpperCase() !== category) continue;
      const kombo = new Kombo({ ...mock.sdkOptions, integration_id: id });
      try {
        for await (const { result } of await list(kombo, { page_size: 250 }))
          read += result.data.results.length;
      } catch (error) {
        if (!(error instanceof KomboHrisError || error instanceof KomboAtsError)) throw error;
      }
    }
  }
  expect(read).toBeGreaterThan(0);
});
