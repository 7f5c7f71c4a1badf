import { type HttpHandler, HttpResponse, http } from "msw";
import { answerFetch, type Core, vendorBaseUrls } from "./fetch.ts";

/** One handler per base URL, which answers every operation: MSW matches its handlers one after the other. */
export function createHandlers(core: Core, baseUrl: string): HttpHandler[] {
  const bases = [...new Set([baseUrl, ...vendorBaseUrls])];
  return bases.map((base) =>
    http.all(`${base}/*`, async ({ request }) => {
      const { status, headers, body, bytes } = await answerFetch(core, request, bases, "msw");
      return new HttpResponse(bytes ?? body, { status, headers });
    }),
  );
}
