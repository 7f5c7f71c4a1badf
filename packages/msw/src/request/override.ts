import type { Answer, Body, Code, Operation, PathParameters, Query } from "@kombo-mock/openapi";
import type { ErrorCode } from "./error-codes.ts";
import { KomboError } from "./kombo-error.ts";

/** What an override works with. The parsed input has the types of requests that keep to the document. */
export interface OverrideInfo<Op extends Operation> {
  /**
   * What the mock would have answered, as a copy of one's own. State changes happen when it is first asked for, and
   * never without; each call gives the same answer. An error that the mock would have answered is thrown, and answered
   * when nobody catches it.
   */
  original(): Promise<Answer<Op>>;
  readonly request: Request;
  readonly params: PathParameters<Op>;
  readonly query: Query<Op>;
  readonly body: Body<Op>;
}

/** A failure with a code that is known to the compiler. */
export type Failure<Given> = KomboError & { readonly code: Given };

/** What an override answers: the envelope with its data, an error of the operation's family, or what nobody judges. */
export type OverrideResult<Op extends Operation> = Answer<Op> | Failure<Code<Op> | null> | Unchecked;

/** Makes the answers of an override. */
export type OverrideResolver<Op extends Operation> = (
  info: OverrideInfo<Op>,
) => OverrideResult<Op> | Promise<OverrideResult<Op>>;

/** Other answers for one operation, as a mock holds those of many. */
export interface Override {
  readonly operation: Operation;
  readonly resolver: (info: never) => unknown;
  /** Takes a request, unless the override has had its only one. */
  claim(): boolean;
}

/** A response that is sent as it is. */
export class Unchecked {
  readonly response: Response;
  constructor(response: Response) {
    this.response = response;
  }
}

/** A failure to be answered; the status is the code's own unless told, and has to be told where there is no code. */
export function failure<const Given extends ErrorCode>(
  code: Given,
  message: string,
  options?: { readonly status?: number },
): Failure<Given>;
export function failure(code: null, message: string, options: { readonly status: number }): Failure<null>;
export function failure<Given extends ErrorCode | null>(
  code: Given,
  message: string,
  options: { readonly status?: number } = {},
): Failure<Given> {
  // The class knows all codes and not which one of them it was given.
  return new KomboError(code, message, options) as Failure<Given>;
}
