import { actionsOf, readModels, tools } from "@kombo-mock/factories";
import { createMock } from "@kombo-mock/msw";
import { type Operation, type OperationEntry, operations } from "@kombo-mock/openapi";
import { expect, test } from "vitest";

const mock = createMock({ clock: "frozen" });

interface Datapoint {
  readonly id: string;
  readonly is_available: boolean;
}

interface Envelope {
  readonly data: { readonly read_models: readonly Datapoint[]; readonly write_actions: readonly Datapoint[] };
  readonly error?: { readonly code: string | null; readonly message: string };
}

async function send(
  integration: string,
  operation: Operation,
): Promise<Envelope & { readonly status: number }> {
  const { method, path, body, parameters } = operations[operation];
  const filled = path
    .replace("{integration_id}", encodeURIComponent(integration))
    .replace(/\{\w+\}/g, "nothing");
  const search = parameters.some(({ name }) => name === "page_size") ? "?page_size=1" : "";
  const response = await mock.fetch(mock.baseUrl + filled + search, {
    method,
    headers: {
      authorization: "Bearer ks_dev_test",
      "x-integration-id": integration,
      "content-type": "application/json",
    },
    ...(body === null ? {} : { body: "{}" }),
  });
  return { ...((await response.json()) as Envelope), status: response.status };
}

/** The operations that read a model: those that list its collection. */
function listsOf(collection: string): Operation[] {
  const all = Object.entries(operations) as [Operation, OperationEntry][];
  const found = all.filter(
    ([, entry]) =>
      entry.method === "GET" &&
      entry.collection === collection &&
      !entry.path.includes("{") &&
      entry.parameters.some(({ name }) => name === "updated_after"),
  );
  return found.map(([name]) => name);
}

const categories = ["HRIS", "ATS", "ASSESSMENT", "LMS"] as const;
const connections = categories.flatMap((category) =>
  tools.filter((tool) => tool.categories.includes(category)).map(({ id }) => [category, id] as const),
);

test.each(connections)(
  "%s through %s: what the details say is what operations do",
  async (category, tool) => {
    const integration = `${tool}:one-truth-${category}`;
    await mock.integrations.create({ id: integration, tool, category });
    const { data } = await send(integration, "GET /integrations/{integration_id}");
    const listed = [...data.read_models, ...data.write_actions];
    const gated: (readonly [datapoint: string, operation: Operation, isRead: boolean])[] = [
      ...readModels[category].flatMap(({ id, collection }) =>
        listsOf(collection).map((name) => [id, name, true] as const),
      ),
      ...actionsOf(category, tool).map(({ id, operation }) => [id, operation as Operation, false] as const),
    ];
    for (const [datapoint, operation, isRead] of gated) {
      const { is_available } =
        listed.find(({ id }) => id === datapoint) ?? expect.fail(`${datapoint} is not listed.`);
      const { status, error } = await send(integration, operation);
      // What no domain serves yet says so before anything else.
      if (status === 501) continue;
      const what = `${operation}: ${status} ${error?.message ?? ""}`;
      if (is_available) {
        expect(String(error?.code), what).not.toContain("INTEGRATION.");
        if (isRead) expect(status, what).toBe(200);
      } else if (operations[operation].errors === "general")
        expect([status, error?.code], what).toEqual([400, null]);
      else
        expect(error?.code, what).toBe(
          isRead ? "INTEGRATION.MODEL_NOT_AVAILABLE" : "INTEGRATION.ACTION_NOT_AVAILABLE",
        );
    }
    expect(gated.length).toBeGreaterThan(0);
    expect(listed.map(({ id }) => id).sort()).toEqual(
      [...readModels[category], ...actionsOf(category, tool)].map(({ id }): string => id).sort(),
    );
  },
);
