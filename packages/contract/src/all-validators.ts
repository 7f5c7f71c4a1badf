import type { AnswerValidators, RequestValidators } from "@kombo-mock/openapi";
import { answerValidators as aiApplyAnswers } from "@kombo-mock/openapi/answers/ai-apply";
import { answerValidators as assessmentAnswers } from "@kombo-mock/openapi/answers/assessment";
import { answerValidators as atsAnswers } from "@kombo-mock/openapi/answers/ats";
import { answerValidators as customAnswers } from "@kombo-mock/openapi/answers/custom";
import { answerValidators as generalAnswers } from "@kombo-mock/openapi/answers/general";
import { answerValidators as hrisAnswers } from "@kombo-mock/openapi/answers/hris";
import { answerValidators as lmsAnswers } from "@kombo-mock/openapi/answers/lms";
import { requestValidators as aiApplyRequests } from "@kombo-mock/openapi/requests/ai-apply";
import { requestValidators as assessmentRequests } from "@kombo-mock/openapi/requests/assessment";
import { requestValidators as atsRequests } from "@kombo-mock/openapi/requests/ats";
import { requestValidators as customRequests } from "@kombo-mock/openapi/requests/custom";
import { requestValidators as generalRequests } from "@kombo-mock/openapi/requests/general";
import { requestValidators as hrisRequests } from "@kombo-mock/openapi/requests/hris";
import { requestValidators as lmsRequests } from "@kombo-mock/openapi/requests/lms";

/** The compiled validators of every domain, by operation. */
export const requestValidators: RequestValidators = {
  ...aiApplyRequests,
  ...assessmentRequests,
  ...atsRequests,
  ...customRequests,
  ...generalRequests,
  ...hrisRequests,
  ...lmsRequests,
};

/** The same for answers. */
export const answerValidators: AnswerValidators = {
  ...aiApplyAnswers,
  ...assessmentAnswers,
  ...atsAnswers,
  ...customAnswers,
  ...generalAnswers,
  ...hrisAnswers,
  ...lmsAnswers,
};
