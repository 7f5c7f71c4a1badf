/** `setupKomboMock()` for test files of Node's own runner. */

import { after, afterEach, before, beforeEach } from "node:test";
import type { InProcessOptions, RemoteOptions, RemoteTestMock, TestMock } from "../testing/options.ts";
import { Session } from "../testing/session.ts";

export { assertReceived } from "../assertions/received.ts";
export type { InProcessOptions, RemoteOptions, RemoteTestMock, TestMock } from "../testing/options.ts";

/**
 * A mock for the tests of a file: fresh before each test, with MSW running, and with what came printed when a test fails.
 *
 * @example
 * const mock = setupKomboMock({ seed: 7 });
 */
export function setupKomboMock(options: RemoteOptions): RemoteTestMock;
export function setupKomboMock(options?: InProcessOptions): TestMock;
export function setupKomboMock(options: InProcessOptions | RemoteOptions = {}): TestMock | RemoteTestMock {
  // Older versions of Node do not number the processes of test files.
  const session = new Session(options, `node_${process.env["NODE_TEST_WORKER_ID"] ?? process.pid}`);
  // The test that runs. The hooks also run for its subtests, which share its world.
  let current: string | undefined;
  const isSubtest = (title: string) => current !== undefined && title.startsWith(`${current} > `);

  before(() => session.start());
  beforeEach(async ({ fullName }) => {
    if (isSubtest(fullName)) return;
    if (current !== undefined && session.isolation === "test") {
      throw new Error(
        `"${fullName}" begins while "${current}" runs, and the mock cannot begin anew for it. Pass isolation: "worker" to setupKomboMock, and take mock.fork() for what has to be apart.`,
      );
    }
    current = fullName;
    await session.begin(fullName);
  });
  afterEach(async ({ fullName, passed }) => {
    if (isSubtest(fullName)) return;
    current = undefined;
    const wrong = passed ? await session.end() : undefined;
    if (!passed || wrong) console.error(await session.report(fullName));
    if (wrong) throw wrong;
  });
  after(() => session.stop());
  return session.mock;
}
