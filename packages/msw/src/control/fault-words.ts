import type { Operation } from "@kombo-mock/openapi";
import type { ErrorCode } from "../request/error-codes.ts";
import type { FailOptions, FaultControl, StubOptions } from "./fault-vocabulary.ts";
import type { Input } from "./inputs.ts";

/** The few calls that everything else about faults and stubs is said with, on any transport. */
type Calls = Pick<FaultControl, "faults" | "stubs">;

/** The short words of the vocabulary, over the long ones of a transport. */
export function faultWords({ faults, stubs }: Calls): FaultControl {
  return {
    faults,
    stubs,
    fail: (operation: Operation, code: unknown, options: FailOptions = {}) =>
      // A bridge: the compiler does not see that the codes of an operation are codes. The call checks what comes.
      faults.add({ ...options, operation, error_code: code as ErrorCode | null }),
    stub: (
      operation: Operation,
      answer: Pick<Input<"addStub">, "status" | "headers" | "body">,
      { params = {}, query = {}, ...options }: StubOptions<Operation> & { readonly unchecked?: boolean } = {},
    ) => {
      const [method, template] = operation.split(" ") as [Input<"addStub">["method"], string];
      return stubs.add({
        ...{ ...answer, ...options, method },
        path: template.replaceAll(/\{(\w+)\}/g, (whole, name: string) => parameterOf(params, name) ?? whole),
        query: Object.fromEntries(
          Object.entries(query).flatMap(([name, value]) =>
            value === undefined ? [] : [[name, String(value)]],
          ),
        ),
      });
    },
    async unused() {
      const [allFaults, allStubs] = await Promise.all([faults.list(), stubs.list()]);
      return {
        faults: allFaults.filter(({ met, from }) => met === 0 && from === null),
        stubs: allStubs.filter(({ used }) => used === 0),
      };
    },
  };
}

function parameterOf(params: object, name: string): string | undefined {
  const value = (params as Readonly<Record<string, unknown>>)[name];
  return value === undefined ? undefined : encodeURIComponent(String(value));
}
