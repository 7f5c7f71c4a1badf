import { checkAnswer, checkRequest } from "@kombo-mock/contract";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";
import { headers } from "./told.ts";

const nested = (open: string, inside: string, close: string, depth: number) =>
  `${open.repeat(depth)}${inside}${close.repeat(depth)}`;

/** Texts that nobody should send, and somebody does. */
const texts: Readonly<Record<string, string>> = {
  nothing: "",
  blanks: " \t\r\n",
  "a zero byte": "\0",
  "half a surrogate pair": '"\ud800"',
  "a byte order mark": "\ufeff{}",
  HTML: "<!doctype html><title>502</title>",
  "half an object": '{"value":',
  "a number": "7",
  "a negative zero": "-0",
  "a number beyond doubles": "1e999",
  "a long number": "9".repeat(5_000),
  true: "true",
  null: "null",
  "a text": '"value"',
  "a text of a megabyte": JSON.stringify("x".repeat(1_000_000)),
  "an empty list": "[]",
  "an empty object": "{}",
  "a list of everything": '[null,true,0,"",[],{}]',
  "a list of thousands": `[${"0,".repeat(5_000)}0]`,
  "lists nested a hundred thousand times": nested("[", "", "]", 100_000),
  "objects nested a hundred thousand times": nested('{"value":', "0", "}", 100_000),
  "parts nested a hundred thousand times": `{"multipart_form_data":${nested("[", "", "]", 100_000)}}`,
  "an own __proto__": '{"__proto__":{"value":true,"method":"GET"}}',
  "an own constructor": '{"constructor":{"prototype":{"value":true}}}',
  "methods as keys": '{"toString":1,"hasOwnProperty":2,"valueOf":3,"then":4}',
  "keys of JSON pointers": '{"":1,"/":2,"~0":3,"~1":4,"a/b~c":5}',
  "the same key twice": '{"value":true,"value":"no"}',
  "thousands of keys": JSON.stringify(
    Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, i])),
  ),
  "a key of a megabyte": `{"${"k".repeat(1_000_000)}":1}`,
  "null for every key": JSON.stringify(
    Object.fromEntries(
      Object.values(operations).flatMap(({ body }) => Object.keys(body ?? {}).map((key) => [key, null])),
    ),
  ),
  "thousands of wrong parts": `{"multipart_form_data":[${"0,".repeat(2_000)}0]}`,
  "values that break every format": '{"end_user_email":"\\n@\\n","integration_tool":"\\u0000","path":[[]]}',
};

const hostile = Object.entries(texts).map(([what, text]) => ({ what, text }));
const names = Object.keys(operations) as Operation[];

test("there are 122 operations and over 30 texts to try", () => {
  expect(names).toHaveLength(122);
  expect(hostile.length).toBeGreaterThan(30);
});

test.each(hostile)("$what as a body of any operation is judged", ({ text }) => {
  for (const name of names) {
    const { method, path } = operations[name];
    const violations = checkRequest({ method, url: path.replaceAll(/\{\w+\}/g, "x"), headers, body: text });
    expect(Array.isArray(violations), name).toBe(true);
    expect(new Set([name, ...violations.map(({ operation }) => operation)])).toEqual(new Set([name]));
    expect(violations.filter(({ location, message }) => !location || !/[.?]$/.test(message))).toEqual([]);
  }
});

test.each(hostile)("$what as an answer of any operation is the provider's fault", ({ text }) => {
  for (const name of names) {
    const answer = { status: 200, headers: { "content-type": "application/json" }, body: text };
    const blamed = new Set(checkAnswer(name, answer).map(({ blame }) => blame));
    expect(blamed, name).toEqual(new Set(["provider"]));
  }
});

const inUrl = hostile.filter(({ text }) => text.length < 10_000);

test.each(inUrl)("$what in a URL is judged", ({ text }) => {
  for (const url of [`/integrations/${text}`, `/${text}`, `/tools/${text}?${text}=${text}`, text]) {
    expect(Array.isArray(checkRequest({ method: "GET", url, headers })), url).toBe(true);
  }
});

test.each(inUrl)("$what as a method or a header is judged", ({ text }) => {
  const [unknown] = checkRequest({ method: text, url: "/check-api-key", headers });
  const [refused] = checkRequest({ method: "GET", url: "/check-api-key", headers: { [text]: text } });
  expect(unknown?.rule).toBe("unknown-operation");
  expect(refused?.rule).toBe("missing-authorization");
});

test("a path of 16,000 characters is judged", () => {
  const url = `/a/${"x".repeat(16_000)}/custom-fields`;
  const [violation] = checkRequest({ method: "GET", url, headers });
  expect(violation?.rule).toBe("unknown-operation");
});

test("of a hundred thousand faults the first two hundred are told", () => {
  const body = `{"method":"GET","path":"/","multipart_form_data":[${"0,".repeat(100_000)}0]}`;
  const told = checkRequest({ method: "POST", url: "/passthrough/bamboohr/v1", headers, body });
  expect(told.filter(({ rule }) => rule === "invalid-body")).toHaveLength(200);
});

test("no prototype is changed by what is judged", () => {
  const body = '{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}';
  checkRequest({ method: "POST", url: "/force-sync?__proto__[polluted]=1", headers, body });
  expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
});
