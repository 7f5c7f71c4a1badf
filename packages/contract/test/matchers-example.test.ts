import { type ContractMatchers, contractMatchers } from "@kombo-mock/contract/matchers";
import { expect, test } from "vitest";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends ContractMatchers<R> {
    readonly received?: T;
  }
}

expect.extend(contractMatchers);

test("what our stub answers is what the API answers", async () => {
  const response = Response.json({ status: "success", data: { results: [], next: null } });
  await expect(response).toMatchContract("GET /hris/absences");
  expect({ status: "success" }).not.toMatchContract("GET /hris/absences");
});
