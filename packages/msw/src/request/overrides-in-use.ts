import type { Environment } from "../state/environment.ts";
import { answerByOverride } from "./answer-override.ts";
import type { Machinery } from "./machinery.ts";
import type { Override, Unchecked } from "./override.ts";
import type { IncomingRequest } from "./pipeline.ts";
import type { OutgoingAnswer } from "./render.ts";

/** The overrides of a mock: those it was told to use, beside those that MSW's handlers propose for a request. */
export class OverridesInUse {
  readonly #machinery: Machinery;
  readonly #environmentOf: (request: IncomingRequest) => Environment;
  readonly #fallback: () => Environment;
  #inUse: readonly Override[] = [];

  constructor(
    machinery: Machinery,
    environmentOf: (request: IncomingRequest) => Environment,
    fallback: () => Environment,
  ) {
    // What a test answers itself is answered as it says.
    this.#machinery = machinery.varying ? { ...machinery, varying: undefined } : machinery;
    this.#environmentOf = environmentOf;
    this.#fallback = fallback;
  }

  /** Puts overrides before those in use; what comes back takes them out again. */
  use(added: readonly Override[]): () => void {
    this.#inUse = [...added, ...this.#inUse];
    return () => {
      this.#inUse = this.#inUse.filter((one) => !added.includes(one));
    };
  }

  clear(): void {
    this.#inUse = [];
  }

  /** The first override that is about a request and takes it. */
  find(method: string, path: string, proposed: readonly Override[]): Override | undefined {
    if (proposed.length === 0 && this.#inUse.length === 0) return undefined;
    const name = this.#machinery.router.match(method, path)?.name;
    return [...proposed, ...this.#inUse].find(({ operation, claim }) => operation === name && claim());
  }

  /** Answers a request by an override that is about it. */
  async answer(
    override: Override,
    request: IncomingRequest,
    sent: Request,
  ): Promise<OutgoingAnswer | Unchecked> {
    const machinery = this.#machinery;
    const operation = machinery.router.match(request.method, request.path);
    if (!operation)
      throw new Error(`An override of "${override.operation}" cannot answer "${request.path}".`);
    return answerByOverride(override, {
      ...{ request, sent, operation, machinery, fallback: this.#fallback() },
      findEnvironment: () => this.#environmentOf(request),
    });
  }
}
