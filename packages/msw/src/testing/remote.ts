import { connectMock } from "../control/connect-mock.ts";
import { fingerprint } from "../request/authenticate.ts";
import type { IsOwn, MockUnderTest, RemoteOptions, RemoteTestMock } from "./options.ts";

/** A running server, under an API key of this worker's own. */
export function remote(options: RemoteOptions, worker: string, isOwn: IsOwn): MockUnderTest<RemoteTestMock> {
  const url = options.url.replace(/\/+$/, "");
  const apiKey = `${options.apiKey ?? "ks_dev_mock"}_${worker}`;
  const baseUrl = `${url}/v1`;
  const control = connectMock({ url, apiKey });
  const mock: RemoteTestMock = {
    ...control,
    requests: async (operation) => (await control.requests(operation)).filter(isOwn),
    apiKey,
    baseUrl,
    // A getter, since the SDK writes into the options that it is given.
    get sdkOptions() {
      return { api_key: apiKey, server_url: baseUrl };
    },
  };
  return {
    mock,
    async start() {
      try {
        await control.clock.now();
      } catch (cause) {
        throw new Error(`No mock answers at ${url}. Start one with: npx kombo-mock serve`, { cause });
      }
      await assertOwnEnvironment(url, apiKey);
    },
    clear() {},
    stop() {},
  };
}

/** Where all keys see the same world, workers would reset each other's in the middle of a test. */
async function assertOwnEnvironment(url: string, apiKey: string): Promise<void> {
  const response = await fetch(`${url}/_mock/environments`);
  const { results } = (await response.json()) as { results: { key: string | null }[] };
  if (results.some(({ key }) => key === fingerprint(apiKey))) return;
  throw new Error(
    `The mock at ${url} shows all API keys the same world, so that workers would disturb each other. Start it without --shared.`,
  );
}
