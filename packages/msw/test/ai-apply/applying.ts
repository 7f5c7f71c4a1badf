import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type MockOptions } from "@kombo-mock/msw";
import { aiApply } from "@kombo-mock/msw/ai-apply";
import { general } from "@kombo-mock/msw/general";
import type { Body, Data, Operation } from "@kombo-mock/openapi";
import { webhookValidators } from "@kombo-mock/openapi/webhooks";
import { expect } from "vitest";

/** The operations of AI Apply. */
export type Applying = Extract<Operation, `${string} /ai-apply/${string}`>;

type Values = Readonly<Record<string, string>>;

interface Input {
  readonly path?: Values;
  readonly query?: Values;
  readonly body?: unknown;
}

/** The JSON of any answer, of which only the form is known. */
interface Envelope {
  readonly data?: unknown;
  readonly error?: { readonly code: string | null; readonly message: string };
}

const told = ["ai-apply-job-posting-status-updated", "ai-apply-application-status-updated"] as const;

/** A mock of AI Apply, reached by plain requests: the official SDK has no methods for it. */
export function applying(options: Partial<MockOptions> = {}) {
  const mock = createMock({ domains: [general, aiApply], clock: "frozen", checkAnswer, ...options });

  /** Sends anything to an operation, also what it does not take. A text is a list of lines. */
  const send = async (operation: Applying, { path = {}, query, body }: Input = {}) => {
    const [method = "", template = ""] = operation.split(" ");
    const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(path[name] ?? ""),
    );
    const search = query ? `?${new URLSearchParams(query)}` : "";
    const isText = typeof body === "string";
    const response = await mock.fetch(`${mock.baseUrl}${filled}${search}`, {
      method,
      headers: {
        authorization: "Bearer ks_dev_mock",
        "content-type": isText ? "application/x-ndjson" : "application/json",
      },
      ...(body === undefined ? {} : { body: isText ? body : JSON.stringify(body) }),
    });
    const envelope: Envelope = await response.json();
    return {
      ...envelope,
      status: response.status,
      assumes: response.headers.get("x-kombo-mock-assumes") ?? "",
    };
  };

  /** Calls an operation as the document has it; anything but a 200 fails the test. */
  const call = async <Op extends Applying>(
    operation: Op,
    input: Omit<Input, "body"> & { readonly body?: Body<Op> } = {},
  ): Promise<Data<Op>> => {
    const { status, data, error } = await send(operation, input);
    expect(status, error?.message).toBe(200);
    return data as Data<Op>;
  };

  return {
    mock,
    send,
    call,
    /** What a call that has to be refused tells. */
    async refusal(operation: Applying, input: Input = {}) {
      const { status, error, data } = await send(operation, input);
      if (!error) throw new Error(`"${operation}" was not refused: ${JSON.stringify(data).slice(0, 300)}`);
      return { status, code: error.code, message: error.message };
    },
    /** The data of all webhooks so far, each valid by the document. */
    async told() {
      const all = (await Promise.all(told.map((type) => mock.webhooks.all(type)))).flat();
      return all.map(({ body }) => {
        const validate = webhookValidators[body.type]?.body;
        expect(validate?.(body), JSON.stringify(validate?.errors)).toBe(true);
        return body.data;
      });
    },
    /** The form of a posting with an answer to everything that it asks of anybody. */
    async inquire(posting_id: string) {
      const { application_form, submission_token } = await call(
        "POST /ai-apply/postings/{posting_id}/inquire",
        { path: { posting_id }, body: {} },
      );
      const questions = application_form.flatMap((block) =>
        // The children of a section are blocks of the form.
        block.block_type === "SECTION" ? (block.children as unknown as Question[]) : [block],
      );
      const answers = questions
        .filter(({ required, display_when }) => required && display_when === null)
        .map(({ question_id, question_type }) => ({ question_id, answer: answerTo[question_type] ?? "" }));
      return { questions, answers, submission_token, application_form };
    },
    /** Every answer so far was what the document allows. */
    async expectValid() {
      const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
      expect(faults).toEqual([]);
    },
  };
}

type Block = Data<"POST /ai-apply/postings/{posting_id}/inquire">["application_form"][number];
/** A question of a form. */
type Question = Extract<Block, { readonly block_type: "QUESTION" }>;

type Answer = Body<"POST /ai-apply/apply">["screening_question_answers"][number]["answer"];

const answerTo: Readonly<Record<string, Answer>> = {
  TEXT: "Ada",
  BOOLEAN: false,
  FILE: { name: "cv.pdf", content_type: "application/pdf", data: "JVBERi0xLjQK" },
};
