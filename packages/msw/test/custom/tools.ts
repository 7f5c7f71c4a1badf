import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type Mock, type MockOptions } from "@kombo-mock/msw";
import { type Operation, operations } from "@kombo-mock/openapi";
import { expect } from "vitest";

/** An answer of any operation: its data is looked at by the test that knows the operation. */
interface Answer<Data = Readonly<Record<string, unknown>>> {
  readonly status: number;
  readonly data: Data;
  readonly warnings: readonly { readonly message: string }[];
  readonly error: { readonly code: string | null; readonly message: string };
  /** The guesses that it rests on. */
  readonly assumed: string | null;
}

interface Sent {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly to?: string;
}

/** A mock with the integrations of the small world whose tools have operations of their own. */
export interface Tools {
  readonly mock: Mock;
  readonly datev: string;
  /** A DATEV integration whose customer has set nothing up. */
  readonly unready: string;
  readonly silae: string;
  readonly avionte: string;
  send<Data = Readonly<Record<string, unknown>>>(operation: Operation, sent?: Sent): Promise<Answer<Data>>;
  /** The id of the integration's employee with this id in the tool. */
  employee(remoteId: string, integration?: string): Promise<string>;
  assertValidAnswers(): Promise<void>;
}

/** Opens the tools of a mock of its own; operations go to DATEV unless told. */
export async function openTools(options: Partial<MockOptions> = {}): Promise<Tools> {
  const mock = createMock({ clock: "frozen", checkAnswer, ...options });
  const list = await mock.integrations.list();
  const idOf = (tool: string, nth = 0) =>
    list.filter((one) => one.tool === tool)[nth]?.id ?? expect.fail(`There is no ${tool}.`);
  const datev = idOf("datev");
  return {
    mock,
    datev,
    unready: idOf("datev", 1),
    silae: idOf("silae"),
    avionte: idOf("avionte"),
    async send(operation, { path = {}, query = {}, body, to = datev } = {}) {
      const { method, path: template } = operations[operation];
      const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
        encodeURIComponent(path[name] ?? "nothing"),
      );
      const response = await mock.fetch(`${mock.baseUrl}${filled}?${new URLSearchParams(query)}`, {
        method,
        headers: {
          authorization: "Bearer ks_dev_test",
          "x-integration-id": to,
          "content-type": "application/json",
        },
        ...(body === undefined || method === "GET" ? {} : { body: JSON.stringify(body) }),
      });
      const assumed = response.headers.get("x-kombo-mock-assumes");
      return { ...(await response.json()), status: response.status, assumed };
    },
    async employee(remote_id, integration_id = datev) {
      const [found] = await mock.find("hris.employees", { remote_id }, { integration_id });
      return found?.id ?? expect.fail(`There is no employee ${remote_id}.`);
    },
    async assertValidAnswers() {
      const ours = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
      expect(ours.map(({ violation }) => `${violation.operation}: ${violation.message}`)).toEqual([]);
    },
  };
}
