import type { Answer, Code, Operation, PathParameters, Query } from "@kombo-mock/openapi";
import type { ErrorCode } from "../request/error-codes.ts";
import type { FaultSummary, StubSummary } from "./fault-summaries.ts";
import type { Input } from "./inputs.ts";

/** What is said of an error beside its operation and its code. */
export type FailOptions = Input<"fail">;

/** A fault in the whole vocabulary of `POST /_mock/faults`. */
export type FaultInput = Omit<Input<"addFault">, "operation" | "error_code"> & {
  readonly operation?: Operation;
  readonly error_code?: ErrorCode | null;
};

/** An error in the envelope of an operation's family. */
export interface FailureEnvelope<Op extends Operation> {
  readonly status: "error";
  readonly error: {
    readonly code: Code<Op> | null;
    readonly title: string | null;
    readonly message: string;
    readonly log_url: string | null;
  };
}

/** A canned answer of an operation: its envelope with status 200, or an error of its family. */
export type StubAnswer<Op extends Operation> =
  | { readonly status?: 200; readonly headers?: Record<string, string>; readonly body: Answer<Op> }
  | {
      readonly status: number;
      readonly headers?: Record<string, string>;
      readonly body: FailureEnvelope<Op>;
    };

/** Which requests to an operation a stub answers. */
export interface StubOptions<Op extends Operation> {
  /** How many requests it answers, one unless told; null for all. */
  readonly times?: number | null;
  readonly integration_id?: string;
  /** Only requests with these path parameters. */
  readonly params?: Partial<PathParameters<Op>>;
  /** Only requests with these query parameters. */
  readonly query?: Partial<Query<Op>>;
  readonly delay_ms?: number;
}

/** Which faults or stubs are meant: one by its id, those of one integration, or all. */
type Which = Input<"whichFaults">;

/** Failures and canned answers: the same in process and over HTTP. */
export interface FaultControl {
  // Of several signatures the compiler tells of the last, which is therefore the usual one.
  /** Lets requests fail with an error that has no code. */
  fail(
    operation: Operation,
    code: null,
    options: FailOptions & { readonly status: number },
  ): Promise<FaultSummary>;
  /** Lets requests fail with a code that the operation's family does not have. */
  fail(
    operation: Operation,
    code: ErrorCode,
    options: FailOptions & { readonly unchecked: true },
  ): Promise<FaultSummary>;
  /**
   * Lets requests to an operation fail with an error code of its family. Codes of the tool strike when a valid request
   * reaches it, all others before anything is looked at.
   *
   * @example
   * await mock.fail("POST /hris/absences", "REMOTE.SERVICE_UNAVAILABLE", { times: 2 });
   */
  fail<Op extends Operation>(operation: Op, code: Code<Op>, options?: FailOptions): Promise<FaultSummary>;
  readonly faults: {
    add(fault: FaultInput): Promise<FaultSummary>;
    /** The faults with how often they struck, in the order in which requests meet them. */
    list(which?: Which): Promise<FaultSummary[]>;
    remove(which?: Which): Promise<void>;
  };
  /** Answers by something that nobody holds against the document. */
  stub<Op extends Operation>(
    operation: Op,
    answer: { readonly status?: number; readonly headers?: Record<string, string>; readonly body?: unknown },
    options: StubOptions<Op> & { readonly unchecked: true },
  ): Promise<StubSummary>;
  /**
   * Answers the next request to an operation by a canned answer, which the document has to allow. Several are given in
   * order.
   *
   * @example
   * await mock.stub("GET /hris/skills", { body: { status: "success", data: { results: [], next: null } } });
   */
  stub<Op extends Operation>(
    operation: Op,
    answer: StubAnswer<Op>,
    options?: StubOptions<Op>,
  ): Promise<StubSummary>;
  readonly stubs: {
    add(stub: Input<"addStub">): Promise<StubSummary>;
    /** The stubs with how often they answered. */
    list(which?: Which): Promise<StubSummary[]>;
    remove(which?: Which): Promise<void>;
  };
  /** The faults and stubs that somebody set and no request met. */
  unused(): Promise<{ readonly faults: FaultSummary[]; readonly stubs: StubSummary[] }>;
}
