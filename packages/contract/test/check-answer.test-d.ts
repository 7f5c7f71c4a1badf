import { checkAnswer, type Rule, type Violation } from "@kombo-mock/contract";
import type { Operation } from "@kombo-mock/openapi";
import { expectTypeOf } from "vitest";

const answer = { status: 200, body: "{}" };

// An operation that does not exist is a type error.
checkAnswer("GET /check-api-key", answer);
// @ts-expect-error: the method is another.
checkAnswer("POST /check-api-key", answer);
// @ts-expect-error: a path is not an operation.
checkAnswer("/check-api-key", answer);

// A violation is data with closed lists of words.
expectTypeOf<Violation["operation"]>().toEqualTypeOf<Operation | null>();
expectTypeOf<Violation["severity"]>().toEqualTypeOf<"error" | "warning" | "note">();
expectTypeOf<Violation["blame"]>().toEqualTypeOf<"consumer" | "provider">();
expectTypeOf<"invalid-body">().toExtend<Rule>();
expectTypeOf<"wrong-body">().not.toExtend<Rule>();
