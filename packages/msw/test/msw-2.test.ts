import { createMock } from "@kombo-mock/msw";
import { setupServer } from "msw-2/node";
import { afterEach, expect, test, vi } from "vitest";

// The mock's handlers are made with whichever msw the user has; here it is the older of the two that are supported.
vi.mock("msw", async () => await import("msw-2"));

const mock = createMock();
// The mock's types are those of msw 3 here; a user's are those of the version that is installed.
const server = setupServer(...(mock.handlers as readonly never[]));

afterEach(() => server.close());

test.each(["https://api.kombo.dev/v1", "https://api.us.kombo.dev/v1"])(
  "msw 2 answers %s",
  async (baseUrl) => {
    server.listen({ onUnhandledRequest: "error" });
    const response = await fetch(`${baseUrl}/check-api-key`, {
      headers: { authorization: "Bearer ks_dev_a" },
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ status: "success" });
    expect((await mock.requests()).at(-1)).toMatchObject({ door: "msw", operation: "GET /check-api-key" });
  },
);
