/** `setupKomboMock()` for test files of Vitest. */

import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { komboMatchers } from "./matchers.ts";
import type { InProcessOptions, RemoteOptions, RemoteTestMock, TestMock } from "./testing/options.ts";
import { Session } from "./testing/session.ts";

export type { KomboMatchers } from "./matchers.ts";
export type { InProcessOptions, RemoteOptions, RemoteTestMock, TestMock } from "./testing/options.ts";

/**
 * A mock for the tests of a file: fresh before each test, with MSW running, and with what came printed when a test fails.
 *
 * @example
 * const mock = setupKomboMock({ seed: 7 });
 */
export function setupKomboMock(options: RemoteOptions): RemoteTestMock;
export function setupKomboMock(options?: InProcessOptions): TestMock;
export function setupKomboMock(options: InProcessOptions | RemoteOptions = {}): TestMock | RemoteTestMock {
  expect.extend(komboMatchers);
  const session = new Session(options, `vitest_${poolId()}`);
  beforeAll(() => session.start());
  beforeEach(async ({ task, onTestFailed }) => {
    const title = task.fullTestName;
    if (task.concurrent && session.isolation === "test") {
      throw new Error(
        `"${title}" is a concurrent test, and the mock cannot begin anew for it while others use it. Pass isolation: "worker" to setupKomboMock, and take mock.fork() for what has to be apart.`,
      );
    }
    // Runs after all other hooks, so that it also tells of tests that fail in one.
    onTestFailed(async () => console.error(await session.report(title)));
    await session.begin(title);
  });
  afterEach(async ({ task }) => {
    const wrong = task.result?.state === "fail" ? undefined : await session.end();
    if (wrong) throw wrong;
  });
  afterAll(() => session.stop());
  return session.mock;
}

/** The number of the worker; workers that run at the same time have different ones. */
function poolId(): string {
  // Vitest's workers have such a `process` wherever they run.
  const { process } = globalThis as {
    readonly process?: { readonly env: Record<string, string | undefined> };
  };
  return process?.env["VITEST_POOL_ID"] ?? "1";
}
