import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import { startServer } from "kombo-mock";
import { expect, onTestFinished, test } from "vitest";
import { lists } from "./official-sdk.lists.ts";

// Each world is read whole, by the SDK of the older generation; what newer ones no longer take has a test of its own.
test.each(["demo", "edge"] as const)(
  "the SDK reads every record of every integration of the world %s, deleted ones too",
  { timeout: 120_000 },
  async (world) => {
    const server = await startServer({ port: 0, world });
    onTestFinished(server.close);
    const read = new Map(Object.keys(lists).map((name) => [name, 0]));
    const refused = new Set<string | null>();
    for (const { id, category } of await server.mock.integrations.list()) {
      const kombo = new Kombo({ api_key: "ks_dev_sdk", server_url: server.baseUrl, integration_id: id });
      for (const [name, list] of Object.entries(lists)) {
        if (name.split(".")[0]?.toUpperCase() !== category) continue;
        try {
          for await (const { result } of await list(kombo, { page_size: 250, include_deleted: true })) {
            read.set(name, (read.get(name) ?? 0) + result.data.results.length);
          }
        } catch (error) {
          if (!(error instanceof KomboHrisError || error instanceof KomboAtsError)) throw error;
          refused.add(error.error.code);
        }
      }
    }
    expect([...read].filter(([, count]) => count === 0)).toEqual([]);
    // What the tool does not have or the customer switched off, and integrations that do not work.
    expect([...refused].sort()).toEqual([
      "INTEGRATION.INACTIVE",
      "INTEGRATION.MODEL_DISABLED",
      "INTEGRATION.MODEL_NOT_AVAILABLE",
      "INTEGRATION.SETUP_INCOMPLETE",
    ]);
  },
);
