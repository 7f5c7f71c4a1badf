import type { MockCore } from "@kombo-mock/msw";
import type { SpecialCase } from "./special-cases.ts";

interface Question {
  readonly question_id: string;
  readonly question_type: string;
  readonly required: boolean;
  readonly display_when: object | null;
}
interface Block {
  readonly children?: readonly Question[];
}

/** An answer to each type of question that an example has to answer. */
const answers: Readonly<Record<string, unknown>> = {
  TEXT: "Ines",
  BOOLEAN: false,
  FILE: { name: "cv.pdf", content_type: "application/pdf", data: "JVBERi0xLjQK" },
};

/** What the examples of AI Apply need: what is applied to is inquired about first. */
export const aiApplyCases: Readonly<Record<string, SpecialCase>> = {
  "POST /ai-apply/apply": {
    prepare: async (mock) => {
      const { application_form, submission_token } = await inquire(mock);
      const questions = application_form.flatMap((block) => block.children ?? [block as Question]);
      const screening_question_answers = questions
        .filter(({ required, display_when }) => required && display_when === null)
        .map(({ question_id, question_type }) => ({ question_id, answer: answers[question_type] }));
      return { submission_token, screening_question_answers };
    },
    body: (_, prepared) => prepared,
  },
  "POST /ai-apply/unified-api/jobs/{job_id}/applications": {
    records: { job_id: "applyablePosting" },
    body: async ({ list, cast }) => {
      const operation = "GET /ai-apply/unified-api/jobs";
      const [job] = await list({ operation, path: {}, query: { ids: cast.applyablePosting.id } });
      // A job has its questions so.
      const questions = job?.["screening_questions"] as readonly { readonly id: string }[] | undefined;
      return { screening_question_answers: [{ question_id: questions?.[0]?.id, answer: false }] };
    },
  },
};

async function inquire(mock: MockCore) {
  const { id } = mock.cast.applyablePosting;
  const answer = await mock.fetch(`${mock.baseUrl}/ai-apply/postings/${id}/inquire`, {
    method: "POST",
    headers: { authorization: "Bearer ks_dev_mock" },
  });
  // The form of a posting, with its token.
  const { data } = (await answer.json()) as {
    data: { application_form: readonly (Block | Question)[]; submission_token: string };
  };
  return data as { application_form: readonly Block[]; submission_token: string };
}
