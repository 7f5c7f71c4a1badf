import { allDomains } from "../all-domains.ts";
import { createMockCore } from "../create-mock.ts";
import type { InProcessOptions, IsOwn, MockUnderTest, TestMock } from "./options.ts";

/** A mock in this process. MSW is loaded when the tests begin, and only if it is wanted. */
export function inProcess(options: InProcessOptions, isOwn: IsOwn): MockUnderTest<TestMock> {
  const { isolation: _, unused: __, msw = true, unhandled = "warn", ...told } = options;
  const core = createMockCore({
    ...told,
    domains: told.domains ?? allDomains,
    // Only a test that moves the clock would ever see what a window of 30 seconds holds back.
    webhooks: { throttleMs: 0, ...told.webhooks },
  });
  let server: TestMock["server"] | undefined;
  const mock: TestMock = {
    ...core,
    requests: async (operation) => (await core.requests(operation)).filter(isOwn),
    // A getter, since the SDK writes into the options that it is given.
    get sdkOptions() {
      return core.sdkOptions;
    },
    get server() {
      if (server) return server;
      throw new Error(
        msw
          ? "mock.server is there from before the first test on; use it in a test or in a hook."
          : "mock.server is not there, since setupKomboMock was told msw: false.",
      );
    },
  };
  return {
    mock,
    async start() {
      if (!msw) return;
      const [{ setupServer }, { createHandlers }] = await loadMsw();
      server = setupServer(...createHandlers(core, core.baseUrl));
      // MSW 3 calls frames what MSW 2 calls requests; each ignores the other's name.
      const settings = { onUnhandledFrame: unhandled, onUnhandledRequest: unhandled };
      server.listen(settings);
    },
    clear: () => server?.resetHandlers(),
    stop: () => server?.close(),
  };
}

async function loadMsw() {
  try {
    return await Promise.all([import("msw/node"), import("../doors/handlers.ts")]);
  } catch (cause) {
    throw new Error(
      "setupKomboMock cannot load msw: install it, or pass msw: false and use mock.fetch or mock.sdkOptions.",
      { cause },
    );
  }
}
