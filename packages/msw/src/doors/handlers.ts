import { type HttpHandler, HttpResponse, http } from "msw";
import { answerFetch, type Core, vendorBaseUrls } from "./fetch.ts";

/**
 * One handler per base URL, which answers every operation, and what answers lead to beside them, such as files: MSW
 * matches its handlers one after the other.
 */
export function createHandlers(core: Core, baseUrl: string): HttpHandler[] {
  const bases = [...new Set([baseUrl, ...vendorBaseUrls])];
  return bases.map((base) =>
    http.all(below(base, `${new URL(base).origin}/_mock`), async ({ request }) => {
      const { status, headers, body, bytes } = await answerFetch(core, request, bases, "msw");
      return new HttpResponse(bytes ?? body, { status, headers });
    }),
  );
}

/** Matches every URL below one of these. */
function below(...urls: readonly string[]): RegExp {
  return new RegExp(`^(?:${urls.map((url) => url.replaceAll(/[^\w/]/g, "\\$&")).join("|")})/`);
}
