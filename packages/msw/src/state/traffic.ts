/** How much of a window's requests is left. */
export interface Quota {
  readonly limit: number;
  /** Below zero when there were too many. */
  readonly left: number;
  /** Seconds until the next window. */
  readonly reset: number;
}

/**
 * What is under way in an environment and how much of it there was. It is no part of the root, so that a refused
 * request changes nothing.
 */
export class Traffic {
  #began = Number.NEGATIVE_INFINITY;
  #requests = 0;
  #underWay = new Map<string, number>();

  /** Counts a request in the window that holds the instant; a window begins with its first request. */
  count(now: number, { limit, seconds }: { readonly limit: number; readonly seconds: number }): Quota {
    const length = seconds * 1_000;
    if (now < this.#began || now >= this.#began + length) {
      this.#began = now;
      this.#requests = 0;
    }
    this.#requests++;
    return {
      limit,
      left: limit - this.#requests,
      reset: Math.ceil((this.#began + length - now) / 1_000),
    };
  }

  /** How many actions on an integration are held up. */
  underWay(integrationId: string): number {
    return this.#underWay.get(integrationId) ?? 0;
  }

  /** Notes an action that is held up, until the function that comes back is called. */
  begin(integrationId: string): () => void {
    const counts = this.#underWay;
    counts.set(integrationId, (counts.get(integrationId) ?? 0) + 1);
    return () => {
      counts.set(integrationId, (counts.get(integrationId) ?? 1) - 1);
    };
  }

  /** Forgets everything; what is under way is not counted any more. */
  clear(): void {
    this.#began = Number.NEGATIVE_INFINITY;
    this.#requests = 0;
    this.#underWay = new Map();
  }
}
