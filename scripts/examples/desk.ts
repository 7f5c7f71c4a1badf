import { type Cast, createMock, type Mock } from "@kombo-mock/msw";

/** A reserved name, since an example is read where no mock runs. */
const baseUrl = "https://mock.example.com/v1";

/** A request of an example. */
export interface ExampleRequest {
  readonly operation: string;
  readonly path: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly integrationId?: string | undefined;
  readonly body?: unknown;
}

/** The small world in its first moment, with what examples ask of it. */
export interface Desk {
  readonly mock: Mock;
  readonly cast: Cast;
  /** The first integration of a tool. */
  integrationOf(tool: string): Promise<string>;
  ask(request: ExampleRequest): Promise<{ readonly status: number; readonly text: string }>;
  /** The results of a list of a category's main integration. */
  list(request: ExampleRequest): Promise<Readonly<Record<string, unknown>>[]>;
}

/** A text is a list of lines; everything else is sent as JSON. */
const mediaTypeOf = (body: unknown) =>
  typeof body === "string" ? "application/x-ndjson" : "application/json";

/** Opens a world of its own. */
export function openDesk(): Desk {
  const mock = createMock({ baseUrl, clock: "frozen" });
  const ask: Desk["ask"] = async ({ operation, path, query = {}, integrationId, body }) => {
    const [method = "", template = ""] = operation.split(" ");
    const filled = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
      encodeURIComponent(path[name] ?? ""),
    );
    const search = new URLSearchParams(query).toString();
    const answer = await mock.fetch(`${baseUrl}${filled}${search && `?${search}`}`, {
      method,
      headers: {
        authorization: "Bearer ks_dev_mock",
        ...(integrationId ? { "x-integration-id": integrationId } : {}),
        ...(body === undefined ? {} : { "content-type": mediaTypeOf(body) }),
      },
      ...(body === undefined ? {} : { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    return { status: answer.status, text: await answer.text() };
  };
  return {
    mock,
    cast: mock.cast,
    ask,
    async integrationOf(tool) {
      const found = (await mock.integrations.list()).find((one) => one.tool === tool);
      if (!found) throw new Error(`The small world has no integration of "${tool}".`);
      return found.id;
    },
    async list(request) {
      const { text } = await ask(request);
      // A list of the API holds its records so.
      return (JSON.parse(text) as { data: { results: Record<string, unknown>[] } }).data.results;
    },
  };
}
