import { type HttpHandler, HttpResponse, http } from "msw";
import { callerOf } from "../recorder-of-process.ts";
import { Unchecked } from "../request/override.ts";
import { answerFetch, type Core, vendorBaseUrls } from "./fetch.ts";
import { noteHandlers, proposedOverrides } from "./proposed-overrides.ts";
import { partsOf, whenGivenUp } from "./responses.ts";

/**
 * One handler per base URL, which answers every operation, and what answers lead to beside them, such as files: MSW
 * matches its handlers one after the other.
 */
export function createHandlers(core: Core, baseUrl: string): HttpHandler[] {
  const bases = [...new Set([baseUrl, ...vendorBaseUrls])];
  noteHandlers();
  return bases.map((base) =>
    http.all(below(base, `${new URL(base).origin}/_mock`), async ({ request }) => {
      const answer = await answerFetch(core, request, {
        ...{ bases, door: "msw", sentFrom: callerOf() },
        proposed: proposedOverrides(request),
      });
      if (answer instanceof Unchecked) return answer.response;
      if (answer.abort === "hang") await whenGivenUp(request.signal);
      if (answer.abort === "reset" || answer.abort === "hang") return HttpResponse.error();
      const { body, init } = partsOf(answer);
      return new HttpResponse(body, init);
    }),
  );
}

/** Matches every URL below one of these. */
function below(...urls: readonly string[]): RegExp {
  return new RegExp(`^(?:${urls.map((url) => url.replaceAll(/[^\w/]/g, "\\$&")).join("|")})/`);
}
