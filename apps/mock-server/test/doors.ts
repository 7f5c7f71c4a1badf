import { type Cast, createMock, type MockControl, type MockOptions } from "@kombo-mock/msw";
import { connectMock } from "@kombo-mock/msw/connect";
import { setupServer } from "msw/node";
import { onTestFinished } from "vitest";
import { serve } from "./serve.ts";

/** A mock behind one of its doors, as a client and its test see it. */
export interface Door {
  readonly mock: MockControl;
  readonly cast: Cast;
  /** Sends `"GET /hris/skills"` to the API. */
  send(call: string, sent?: Sent): Promise<Response>;
  /** Closes it before the test ends. */
  close(): unknown;
}

interface Sent {
  /** The integration that it is about; the one of the small world's HRIS cast unless told. */
  readonly to?: string;
  readonly body?: unknown;
  readonly signal?: AbortSignal;
}

type Options = Pick<MockOptions, "enforceLimits" | "assume" | "seed">;

/** The same mock behind each door; it ends with the test. */
export const doors: Readonly<Record<"fetch" | "msw" | "http", (options?: Options) => Promise<Door>>> = {
  async fetch(options = {}) {
    const mock = createMock({ clock: "frozen", ...options });
    return { ...doorOf(mock, mock.cast, mock.baseUrl, mock.fetch), close: () => {} };
  },
  async msw(options = {}) {
    const mock = createMock({ clock: "frozen", ...options });
    const server = setupServer(...mock.handlers);
    server.listen({ onUnhandledFrame: "error" });
    let isOpen = true;
    const close = () => {
      if (isOpen) server.close();
      isOpen = false;
    };
    onTestFinished(close);
    return { ...doorOf(mock, mock.cast, mock.baseUrl, (...call) => fetch(...call)), close };
  },
  async http(options = {}) {
    const server = await serve({ world: "small", ...options });
    const mock = connectMock({ url: server.url });
    return { ...doorOf(mock, server.mock.cast, server.baseUrl, fetch), close: server.close };
  },
};

function doorOf(mock: MockControl, cast: Cast, baseUrl: string, send: typeof fetch): Omit<Door, "close"> {
  return {
    mock,
    cast,
    send(call, { to = cast.employee.integration_id, body, signal } = {}) {
      const [method = "", path = ""] = call.split(" ");
      return send(baseUrl + path, {
        method,
        headers: {
          authorization: "Bearer ks_dev_mock",
          "x-integration-id": to,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        ...(signal === undefined ? {} : { signal }),
      });
    },
  };
}

/** Status and error code of an answer; the code is undefined where there is no error. */
export async function outcomeOf(answer: Promise<Response>): Promise<string> {
  const response = await answer;
  const { error } = (await response.json()) as { error?: { code: string | null } };
  return error === undefined ? String(response.status) : `${response.status} ${error.code}`;
}

/** A valid application to a job without questions; each person can be sent once. */
export function application({ cast }: Door, person = "ada.byron@mail.example.com") {
  return {
    call: `POST /ats/jobs/${cast.jobWithoutQuestions.id}/applications`,
    to: cast.jobWithoutQuestions.integration_id,
    body: { candidate: { first_name: "Ada", last_name: "Byron", email_address: person } },
  };
}

/** Waits until something is so, a turn of the event loop at a time. */
export async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve));
}
