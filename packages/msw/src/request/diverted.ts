import type { Fault } from "../state/fault.ts";
import type { KomboError } from "./kombo-error.ts";

/** Something that is sent as it is. Status 0 stands for no answer at all. */
export interface CannedResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What was made of a request by a fault or a stub, in place of the mock's own answer. */
export interface Diversion {
  readonly outcome: { readonly error: KomboError } | { readonly response: CannedResponse };
  readonly abort?: Abort | undefined;
  /** How long the answer is held back, in milliseconds. */
  readonly delay?: number;
}

/** How an answer fails to arrive. */
export type Abort = Extract<Fault["effect"], { readonly kind: "abort" }>["how"];

/** Thrown inside a change, so that nothing of it happens: the request is answered otherwise. */
export class Diverted extends Error {
  override name = "Diverted";
  readonly diversion: Diversion;
  constructor(diversion: Diversion) {
    super("The request is answered by a fault or a stub.");
    this.diversion = diversion;
  }
}

/** Thrown inside a change, so that nothing of it happens yet: the request is handled when some time has passed. */
export class HeldUp extends Error {
  override name = "HeldUp";
  readonly milliseconds: number;
  constructor(milliseconds: number) {
    super("The request is held up by a fault.");
    this.milliseconds = milliseconds;
  }
}
