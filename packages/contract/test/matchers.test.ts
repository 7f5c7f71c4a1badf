import { type ContractMatchers, contractMatchers } from "@kombo-mock/contract/matchers";
import { expect, test } from "vitest";

declare module "vitest" {
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends ContractMatchers<R> {
    readonly received?: T;
  }
}

expect.extend(contractMatchers);

const page = { status: "success", data: { results: [], next: null } };
const refusal = {
  status: "error",
  error: { code: "PLATFORM.INPUT_INVALID", title: "No", message: "No.", log_url: null },
};
const answering = (body: unknown, init: ResponseInit = {}) => Response.json(body, init);

test("a response that is right matches, and can be read afterwards", async () => {
  const response = answering(page);
  await expect(response).toMatchContract("GET /hris/absences");
  expect(await response.json()).toEqual(page);
  await expect(answering(refusal, { status: 400 })).toMatchContract("GET /hris/absences");
});

test("a parsed body matches without being awaited", () => {
  expect(page).toMatchContract("GET /hris/absences");
  expect(refusal).toMatchContract("GET /hris/absences");
  expect({ status: "success" }).not.toMatchContract("GET /hris/absences");
});

test("what is wrong is told with the place and the rule", async () => {
  expect(() =>
    expect({ status: "success", data: { next: null } }).toMatchContract("GET /hris/absences"),
  ).toThrow(
    'It is no answer of "GET /hris/absences":\n  answer.data.results is missing; it is required. (invalid-answer)',
  );
  await expect(async () =>
    expect(answering(page, { status: 201 })).toMatchContract("GET /hris/absences"),
  ).rejects.toThrow("answer.status must be 200 or an error status, but is 201. (answer-status)");
  await expect(async () => expect(new Response("<p>")).toMatchContract("GET /hris/absences")).rejects.toThrow(
    "answer.header.Content-Type must be application/json",
  );
});

test("a response that was read already is told so", async () => {
  const response = answering(page);
  await response.text();
  await expect(async () => expect(response).toMatchContract("GET /hris/absences")).rejects.toThrow(
    "The response has been read already.",
  );
});

test("a match that was not expected is told", () => {
  expect(() => expect(page).not.toMatchContract("GET /hris/absences")).toThrow("was expected not to be");
});

test("a misspelt operation is a type error, and fails at run time too", () => {
  // @ts-expect-error: there is no such operation.
  expect(() => expect(page).toMatchContract("GET /hris/absence")).toThrow(
    'Did you mean "GET /hris/absences"?',
  );
});
