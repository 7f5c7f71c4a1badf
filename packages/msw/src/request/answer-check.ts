import { judgeAnswer, type MatchedOperation } from "@kombo-mock/contract/judge";
import type { AnswerValidators } from "@kombo-mock/openapi";
import type { AnswerCheck } from "./machinery.ts";

/** The judges of answers are large, so that those of a domain are loaded when one of its answers has to be judged. */
const domains: Readonly<Record<string, () => Promise<{ readonly answerValidators: AnswerValidators }>>> = {
  "ai-apply": () => import("@kombo-mock/openapi/answers/ai-apply"),
  assessment: () => import("@kombo-mock/openapi/answers/assessment"),
  ats: () => import("@kombo-mock/openapi/answers/ats"),
  custom: () => import("@kombo-mock/openapi/answers/custom"),
  general: () => import("@kombo-mock/openapi/answers/general"),
  hris: () => import("@kombo-mock/openapi/answers/hris"),
  lms: () => import("@kombo-mock/openapi/answers/lms"),
};

/** Loads the judge of an operation's answers. */
export async function loadAnswerCheck(operation: MatchedOperation): Promise<AnswerCheck> {
  const { answerValidators = {} } = (await domains[operation.entry.domain]?.()) ?? {};
  return (_name, { status, headers, body }) =>
    judgeAnswer(operation, { status, contentType: headers["content-type"], body }, answerValidators);
}
