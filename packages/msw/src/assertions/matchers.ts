import type { Operation } from "@kombo-mock/openapi";
import { type ExpectedRequest, findReceived, type Journalled } from "./received.ts";

/** Matchers for `expect.extend`, of Vitest or of anything that has Jest's. */
export const komboMatchers = {
  async toHaveReceived<Op extends Operation>(
    mock: Journalled,
    operation: Op,
    expected?: ExpectedRequest<Op>,
  ): Promise<{ readonly pass: boolean; readonly message: () => string }> {
    const { pass, message } = await findReceived(mock, operation, expected);
    return { pass, message: () => message };
  },
};

/** What the matchers add to `expect(mock)`. */
export interface KomboMatchers<Result = Promise<void>> {
  /**
   * Whether the mock has received such a request: to be awaited.
   *
   * @example
   * await expect(mock).toHaveReceived("POST /hris/absences", { body: { status: "REQUESTED" }, times: 1 });
   */
  toHaveReceived<Op extends Operation>(operation: Op, expected?: ExpectedRequest<Op>): Result;
}
