import { createHmac } from "node:crypto";
import { createMock, type Mock, type MockOptions } from "@kombo-mock/msw";

/** A webhook as a receiver of a test took it. */
export interface Received {
  readonly type: string;
  readonly id: string;
  readonly data: Record<string, unknown>;
  readonly text: string;
  readonly headers: Headers;
}

/** A mock with a frozen clock, and a receiver that takes everything down. */
export async function listening(
  options: Partial<MockOptions> = {},
  answer: (received: Received, count: number) => Response | Promise<Response> = () => new Response(),
): Promise<{ mock: Mock; received: Received[]; endpoint: string }> {
  const mock = createMock({ clock: "frozen", ...options });
  const received: Received[] = [];
  const { id } = await mock.webhooks.deliverTo(async (request) => {
    const text = await request.text();
    const one = {
      ...(JSON.parse(text) as Pick<Received, "id" | "type" | "data">),
      text,
      headers: request.headers,
    };
    received.push(one);
    return answer(one, received.length);
  });
  return { mock, received, endpoint: id };
}

/** Makes a call of the API about the integration of a cast member. */
export function caller(mock: Mock, integrationId: string) {
  return async (call: string, body?: unknown) => {
    const [method = "", path = ""] = call.split(" ");
    const answer = await mock.fetch(mock.baseUrl + path, {
      method,
      headers: {
        authorization: "Bearer ks_dev_mock",
        "x-integration-id": integrationId,
        "content-type": "application/json",
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    return { status: answer.status, json: (await answer.json()) as { data: Record<string, unknown> } };
  };
}

/** The signature of a body, made without the mock's own code. */
export function signatureOf(body: string | Uint8Array, secret: string): string {
  return createHmac("sha256", secret).update(body).digest("base64url");
}

/** The models that a `data-changed` names. */
export function modelsOf({ data }: { readonly data: unknown }): string[] {
  return (data as { changed_models: { name: string }[] }).changed_models.map(({ name }) => name);
}
