import { inProcess } from "./in-process.ts";
import { label, unmetViolations } from "./journal-words.ts";
import type {
  InProcessOptions,
  IsOwn,
  MockUnderTest,
  RemoteOptions,
  RemoteTestMock,
  TestMock,
} from "./options.ts";
import { remote } from "./remote.ts";
import { reportOf } from "./report.ts";

/** What a test framework's hooks do to a mock. */
export class Session {
  readonly mock: TestMock | RemoteTestMock;
  readonly isolation: "test" | "worker";
  readonly #unused: "fail" | "ignore";
  readonly #side: MockUnderTest<TestMock | RemoteTestMock>;
  /** The last exchange before the test. The journal goes on when the mock begins anew. */
  #before = 0;

  /** `worker` tells workers apart that use one server. */
  constructor(options: InProcessOptions | RemoteOptions, worker: string) {
    const { isolation = "test", unused = "fail" } = options;
    this.isolation = isolation;
    this.#unused = unused;
    const isOwn: IsOwn = ({ id }) => id > this.#before;
    this.#side = "url" in options ? remote(options, worker, isOwn) : inProcess(options, isOwn);
    this.mock = this.#side.mock;
  }

  /** Before all tests. */
  async start(): Promise<void> {
    await this.#side.start();
    await this.#beginAnew();
  }

  /** Before each test. */
  async begin(title: string): Promise<void> {
    if (this.isolation === "test") await this.#beginAnew();
    await label(this.mock, title);
  }

  /** After each test that has passed so far: what is wrong all the same. */
  async end(): Promise<Error | undefined> {
    // What is set for several tests may yet be used by a later one.
    return this.isolation === "test" ? await this.#leftOver() : undefined;
  }

  /** After all tests. */
  async stop(): Promise<void> {
    this.#side.stop();
    const leftOver = this.isolation === "worker" ? await this.#leftOver() : undefined;
    if (leftOver) throw leftOver;
  }

  /** What to print of a test that has failed. */
  report(title: string): Promise<string> {
    return reportOf(this.mock, title);
  }

  async #beginAnew(): Promise<void> {
    this.#side.clear();
    await this.mock.reset();
    this.#before = (await this.mock.requests()).at(-1)?.id ?? this.#before;
  }

  async #leftOver(): Promise<Error | undefined> {
    if (this.#unused === "ignore") return undefined;
    const { faults, stubs } = await this.mock.unused();
    const left = [
      ...faults.map(({ operation, error_code, stage }) =>
        ["a fault", error_code ?? `at the stage "${stage}"`, "for", operation ?? "any operation"].join(" "),
      ),
      ...stubs.map(({ method, path }) => `a stub for ${method} ${path}`),
      ...(await unmetViolations(this.mock)),
    ];
    if (left.length === 0) return undefined;
    return new Error(
      `No request met what was set: ${left.join("; ")}. Do not set it, or pass unused: "ignore" to setupKomboMock.`,
    );
  }
}
