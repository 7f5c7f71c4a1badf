import { checkAnswer } from "@kombo-mock/contract";
import { createMock, type MockOptions } from "@kombo-mock/msw";
import { general } from "@kombo-mock/msw/general";
import { lms } from "@kombo-mock/msw/lms";
import type { Body, Data, Item, Operation } from "@kombo-mock/openapi";
import { expect } from "vitest";

/** The operations on learning systems. */
export type Learning = Extract<Operation, `${string} /lms/${string}`>;

/** The lists of learning systems. */
type List = Extract<
  Learning,
  "GET /lms/users" | "GET /lms/skills" | "GET /lms/courses" | "GET /lms/course-progressions"
>;

type Values = Readonly<Record<string, string>>;

interface Input {
  readonly path?: Values;
  readonly query?: Values;
  readonly body?: unknown;
}

/** The JSON of any answer, of which only the form is known. */
interface Envelope {
  readonly data?: unknown;
  readonly warnings?: readonly { readonly message: string }[];
  readonly error?: { readonly code: string | null; readonly title: string | null; readonly message: string };
}

/** A mock of a learning system, reached by plain requests: the official SDK has no methods for it. */
export async function learning(options: Partial<MockOptions> = {}, tool = "sandbox") {
  const mock = createMock({ domains: [general, lms], clock: "frozen", checkAnswer, ...options });
  const known = (await mock.integrations.list()).find((one) => one.tool === tool && one.category === "LMS");
  const integrationId = (known ?? (await mock.integrations.create({ tool, category: "LMS" }))).id;

  /** Sends anything to an operation, also what it does not take. */
  const send = async (operation: Learning, { path = {}, query, body }: Input = {}) => {
    const [method = "", template = ""] = operation.split(" ");
    const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(path[name] ?? ""),
    );
    const search = query ? `?${new URLSearchParams(query)}` : "";
    const response = await mock.fetch(`${mock.baseUrl}${filled}${search}`, {
      method,
      headers: {
        authorization: "Bearer ks_dev_mock",
        "x-integration-id": integrationId,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const envelope: Envelope = await response.json();
    return {
      ...envelope,
      status: response.status,
      assumes: response.headers.get("x-kombo-mock-assumes") ?? "",
    };
  };

  /** Calls an operation as the document has it; anything but a 200 fails the test. */
  const call = async <Op extends Learning>(
    operation: Op,
    input: Omit<Input, "body"> & { readonly body?: Body<Op> } = {},
  ) => {
    const { status, data, warnings = [], error, assumes } = await send(operation, input);
    expect(status, error?.message).toBe(200);
    return { data: data as Data<Op>, warnings, assumes };
  };

  return {
    mock,
    integrationId,
    send,
    call,
    /** Everything that a list shows, page by page. */
    async all<Op extends List>(operation: Op, query: Values = {}): Promise<Item<Op>[]> {
      const items: Item<Op>[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const asked = cursor === undefined ? query : { ...query, cursor };
        const { data } = await call(operation, { query: asked });
        // Every list answers its items and the cursor of the next page.
        const page = data as { readonly results: readonly Item<Op>[]; readonly next: string | null };
        items.push(...page.results);
        cursor = page.next;
      }
      return items;
    },
    /** What a call that has to be refused tells. */
    async refusal(operation: Learning, input: Input = {}) {
      const { status, error, data } = await send(operation, input);
      if (!error) throw new Error(`"${operation}" was not refused: ${JSON.stringify(data).slice(0, 300)}`);
      return { status, code: error.code, message: error.message };
    },
    /** Every answer so far was what the document allows. */
    async expectValid() {
      const faults = (await mock.contract()).filter(({ violation }) => violation.blame === "provider");
      expect(faults).toEqual([]);
    },
  };
}

/** Ids of records, in their order. */
export function idsOf(records: readonly { readonly id: string }[]): string[] {
  return records.map(({ id }) => id);
}
