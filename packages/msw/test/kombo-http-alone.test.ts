import { createMock, komboHttp } from "@kombo-mock/msw";
import { setupServer } from "msw/node";
import { expect, test, vi } from "vitest";

test("without a mock behind it an override says so, and the request goes nowhere", async () => {
  const told = vi.spyOn(console, "error").mockImplementation(() => {});
  createMock();
  const server = setupServer();
  server.listen({ onUnhandledFrame: "bypass" });
  try {
    server.use(komboHttp.get("/check-api-key", ({ original }) => original()));
    const answer = await fetch("https://api.us.kombo.dev/v1/check-api-key");
    expect(answer.status).toBe(500);
    const { message } = await answer.json();
    expect(message).toBe(
      'An override of "GET /check-api-key" changes what a mock answers, and there is no mock behind it. Pass a mock\'s handlers to MSW: setupServer(...createMock().handlers).',
    );
    expect(told.mock.calls.flat().join()).toContain(message);
  } finally {
    server.close();
  }
});
