const shortest = 3;

/**
 * What somebody gave: the texts and the names of fields in seeds, bodies and stubs. It only ever grows, so that nothing is
 * varied that a test may still rely on.
 */
export class Given {
  readonly #texts = new Set<string>();
  readonly #fields = new Set<string>();
  #known = new Map<string, boolean>();

  /** Notes all that a JSON value holds. */
  note(value: unknown): void {
    if (typeof value === "string") this.#noteText(value);
    else if (Array.isArray(value)) for (const one of value) this.note(one);
    else if (typeof value === "object" && value !== null) {
      for (const [field, one] of Object.entries(value)) {
        this.#fields.add(field);
        this.note(one);
      }
    }
  }

  /** Notes what another one holds. */
  join(other: Given): void {
    for (const text of other.#texts) this.#noteText(text);
    for (const field of other.#fields) this.#fields.add(field);
  }

  hasField(name: string): boolean {
    return this.#fields.has(name);
  }

  /** Whether exactly this was given. */
  hasText(text: string): boolean {
    return this.#texts.has(text.toLowerCase());
  }

  /** Whether a text was given, or is made from one that was: a shown name holds a first name, a day begins an instant. */
  overlaps(text: string): boolean {
    const known = this.#known.get(text);
    if (known !== undefined) return known;
    const forms = formsOf(text);
    const found = forms.some((form) => this.#texts.has(form)) || this.#overlaps(forms);
    this.#known.set(text, found);
    return found;
  }

  #overlaps(forms: readonly string[]): boolean {
    for (const given of this.#texts) {
      const shared = forms.some(
        (form) =>
          (given.length >= shortest && form.includes(given)) ||
          (form.length >= shortest && given.includes(form)),
      );
      if (shared) return true;
    }
    return false;
  }

  #noteText(text: string): void {
    const before = this.#texts.size;
    for (const form of formsOf(text)) this.#texts.add(form);
    if (this.#texts.size !== before) this.#known = new Map();
  }
}

const spelledOut: Readonly<Record<string, string>> = { ä: "ae", ö: "oe", ü: "ue", ß: "ss", ø: "o", æ: "ae" };

/** A text as it stands, and as addresses and keys are made from it: `Jürgen` also as `juergen` and `jurgen`. */
function formsOf(text: string): string[] {
  const lower = text.toLowerCase();
  if (!/\P{ASCII}/u.test(lower)) return [lower];
  const plain = lower.normalize("NFKD").replaceAll(/\p{M}/gu, "");
  return [
    ...new Set([lower, plain, lower.replaceAll(/[äöüßøæ]/g, (letter) => spelledOut[letter] ?? letter)]),
  ];
}
