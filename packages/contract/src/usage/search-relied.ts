/** Something that a consumer may rely on, and how it is changed in each round of the search. */
export interface Candidate<Change> {
  /** A place such as `GET /hris/employees answer.data.results[].manager`; what lies within it begins with it. */
  readonly name: string;
  /** Null for a round in which it stays as it is. */
  readonly changes: readonly (Change | null)[];
}

/** What a search came to. Of what is named nowhere, a test did not fail when it was changed. */
export interface Relied {
  /** Without each of these alone, the tests failed. */
  readonly observed: readonly string[];
  /** Sets that fail the tests as a whole, though no half of them does. */
  readonly together: readonly (readonly string[])[];
  /** What the runs did not suffice for. */
  readonly unknown: readonly string[];
  /** Whether the tests came to another end with the same answers; then nothing is observed. */
  readonly isFlaky: boolean;
  /** How many runs were made, of at most the budget. */
  readonly runs: number;
}

/** Runs the tests with some changes, none of them in an unchanged run. */
export type RunWith<Change> = (changes: readonly Change[]) => Promise<"green" | "red">;

/**
 * Finds by group testing what makes tests fail that pass unchanged: all candidates are changed at once, in each of their
 * ways by turns, and what is red is halved. The tests run unchanged before and after, since tests may be flaky.
 */
export async function searchRelied<Change>(
  candidates: readonly Candidate<Change>[],
  run: RunWith<Change>,
  budget: number,
): Promise<Relied> {
  const search = new Search(run, budget);
  return search.result(candidates);
}

interface Probe<Change> {
  readonly name: string;
  readonly change: Change;
}

class Search<Change> {
  readonly #run: RunWith<Change>;
  /** One run is kept for the last one, unchanged. */
  readonly #most: number;
  readonly #observed = new Set<string>();
  readonly #together: (readonly string[])[] = [];
  /** What was changed once at least without making the tests fail. */
  readonly #passed = new Set<string>();
  readonly #passedProbes = new Set<Probe<Change>>();
  #runs = 0;
  #isFlaky = false;

  constructor(run: RunWith<Change>, budget: number) {
    this.#run = run;
    this.#most = budget - 1;
  }

  async result(candidates: readonly Candidate<Change>[]): Promise<Relied> {
    if (candidates.length > 0 && this.#most > 1) {
      if ((await this.#try([])) === "red") this.#isFlaky = true;
      const rounds = Math.max(...candidates.map(({ changes }) => changes.length));
      for (let round = 0; round < rounds && !this.#isFlaky; round++)
        await this.#find(this.#probes(candidates, round));
      // What failed for no reason of ours, before or in between, may fail once more.
      if (this.#observed.size > 0 && !this.#isFlaky) this.#isFlaky = (await this.#last()) === "red";
    }
    const names = candidates.map(({ name }) => name);
    const isSettled = (name: string) => this.#passed.has(name) || this.#isObserved(name);
    const { runs, isFlaky } = { runs: this.#runs, isFlaky: this.#isFlaky };
    if (isFlaky) return { ...{ observed: [], together: [], unknown: names, isFlaky, runs } };
    const together = this.#together.filter((set) => !set.some((name) => this.#observed.has(name)));
    return {
      observed: names.filter((name) => this.#observed.has(name)),
      together,
      unknown: names.filter((name) => !isSettled(name) && !together.some((set) => set.includes(name))),
      ...{ isFlaky, runs },
    };
  }

  #probes(candidates: readonly Candidate<Change>[], round: number): Probe<Change>[] {
    return candidates.flatMap(({ name, changes }) => {
      const change = changes[round];
      const isDone = change === undefined || change === null || this.#isObserved(name);
      return isDone ? [] : [{ name, change }];
    });
  }

  /** Whoever relies on what lies within something relies on that too. */
  #isObserved(name: string): boolean {
    return (
      this.#observed.has(name) ||
      [...this.#observed].some((one) => /^[.[]/.test(one.slice(name.length)) && one.startsWith(name))
    );
  }

  /** Finds one after the other by halving what is red, until all that is left is green. */
  async #find(all: readonly Probe<Change>[]): Promise<void> {
    let left = all;
    while (left.length > 0 && !this.#isFlaky) {
      const outcome = await this.#try(left);
      if (outcome === undefined) return;
      if (outcome === "green") {
        this.#pass(left);
        return;
      }
      const red = await this.#firstIn(left);
      if (red === undefined) return;
      left = left.filter((one) => !red.includes(one) && !this.#isPassed(one));
    }
  }

  /**
   * Halves a set that was red until one is left, and answers what needs no further runs: that one, or a whole whose parts
   * are green; undefined where the runs did not suffice.
   */
  async #firstIn(red: readonly Probe<Change>[]): Promise<readonly Probe<Change>[] | undefined> {
    // The smallest set that was red when it ran, and what is left of it when its green parts are taken out.
    let [whole, part] = [red, red];
    while (part.length > 1) {
      const half = part.slice(0, Math.ceil(part.length / 2));
      const outcome = await this.#try(half);
      if (outcome === undefined) return undefined;
      if (outcome === "red") [whole, part] = [half, half];
      else {
        this.#pass(half);
        part = part.slice(half.length);
      }
    }
    if (whole.length > 1) {
      const outcome = await this.#try(part);
      if (outcome === undefined) return undefined;
      if (outcome === "green") return this.#explain(whole);
    }
    for (const { name } of part) this.#observed.add(name);
    return part;
  }

  /** All parts are green, and the whole was red: either only all of it together is, or the tests are flaky. */
  async #explain(whole: readonly Probe<Change>[]): Promise<readonly Probe<Change>[] | undefined> {
    const again = await this.#try(whole);
    if (again === "green") this.#isFlaky = true;
    if (again !== "red") return undefined;
    this.#together.push(whole.map(({ name }) => name));
    return whole;
  }

  #pass(set: readonly Probe<Change>[]): void {
    for (const one of set) {
      this.#passedProbes.add(one);
      this.#passed.add(one.name);
    }
  }

  #isPassed(one: Probe<Change>): boolean {
    return this.#passedProbes.has(one);
  }

  async #try(set: readonly Probe<Change>[]): Promise<"green" | "red" | undefined> {
    if (this.#runs >= this.#most) return undefined;
    this.#runs++;
    return this.#run(set.map(({ change }) => change));
  }

  async #last(): Promise<"green" | "red"> {
    this.#runs++;
    return this.#run([]);
  }
}
