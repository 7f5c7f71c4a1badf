import { createServer } from "node:http";
import { createReceiver } from "./create-receiver.ts";
import { createKomboClient } from "./kombo-client.ts";
import { answerWith } from "./node-server.ts";
import { openStore } from "./open-store.ts";

const {
  KOMBO_API_KEY: apiKey = "ks_dev_mock",
  KOMBO_BASE_URL: baseUrl = "http://127.0.0.1:4747/v1",
  KOMBO_WEBHOOK_SECRET: secret,
  PORT: port = "3000",
  STORE: path = "receiver.sqlite",
} = process.env;
if (!secret) throw new Error("Set KOMBO_WEBHOOK_SECRET to the webhook secret of the environment.");

const receiver = createReceiver({
  secret,
  store: openStore(path),
  kombo: createKomboClient({ apiKey, baseUrl }),
  now: () => new Date(),
  onUnfetched: ({ integrationId, list, failure }) =>
    console.error(`${list} of ${integrationId}: ${failure.message}`),
  onError: console.error,
});

const minute = 60_000;
setInterval(receiver.fetchDue, minute).unref();
setInterval(receiver.fetchAll, 7 * 24 * 60 * minute).unref();
// Webhooks may have been lost while nobody listened.
await receiver.fetchAll();

const server = createServer(answerWith(receiver.receive)).listen(Number(port), "127.0.0.1", () => {
  const address = server.address();
  const taken = typeof address === "object" && address !== null ? address.port : port;
  console.log(`Receives webhooks on http://127.0.0.1:${taken}`);
});
