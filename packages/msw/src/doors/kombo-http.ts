import { createOperationRouter } from "@kombo-mock/contract/judge";
import { type Operation, operations } from "@kombo-mock/openapi";
import { type HttpHandler, http } from "msw";
import { failure, type Override, type OverrideResolver, Unchecked } from "../request/override.ts";
import { vendorBaseUrls } from "./fetch.ts";
import { mocksHaveHandlers, proposeOverride } from "./proposed-overrides.ts";

/** A handler for `server.use()` and `mock.use()` that changes the answers of a mock. */
export type KomboHttpHandler = HttpHandler & { readonly override: Override };

type PathOf<Verb extends string> = Operation extends infer Op
  ? Op extends `${Verb} ${infer Path}`
    ? Path
    : never
  : never;

// Looked up by path, and not computed from it, so that the compiler knows what a returned literal has to be.
type Resolvers<Verb extends string> = {
  readonly [Path in PathOf<Verb>]: OverrideResolver<`${Verb} ${Path}` & Operation>;
};

type Define<Verb extends string> = <const Path extends PathOf<Verb>>(
  /** The operation's path as the document spells it: `/hris/employees/{employee_id}`. */
  path: Path,
  resolver: Resolvers<Verb>[Path],
  options?: {
    /** Whether it answers one request only. */
    readonly once?: boolean;
  },
) => KomboHttpHandler;

/**
 * Other answers for one test, typed by the operation. They need a mock behind them, which `original()` asks.
 *
 * @example
 * server.use(
 *   komboHttp.get("/hris/absences", async ({ original }) => {
 *     const page = await original();
 *     page.data.results[0].employee_note = null;
 *     return page;
 *   }),
 * );
 */
export const komboHttp = {
  get: define("GET"),
  post: define("POST"),
  put: define("PUT"),
  patch: define("PATCH"),
  delete: define("DELETE"),
  /**
   * An error of the API, to be returned or thrown. The compiler knows which codes an operation has.
   *
   * @example
   * komboHttp.post("/hris/skills", () => komboHttp.error("REMOTE.SERVICE_UNAVAILABLE", "Down for maintenance."))
   */
  error: failure,
  /** A response that is sent as it is, whatever the document says: `HttpResponse.error()`, a proxy's HTML page. */
  unchecked: (response: Response): Unchecked => new Unchecked(response),
} as const;

function define<const Verb extends string>(verb: Verb): Define<Verb> {
  return (path, resolver, { once = false } = {}) => {
    // A verb and a path of it are an operation; the compiler does not see it through the type parameters.
    const operation = `${verb} ${path}` as Operation;
    if (!Object.hasOwn(operations, operation)) throw new Error(`There is no operation "${operation}".`);
    const override: Override = {
      operation,
      resolver,
      claim() {
        if (once && handler.isUsed) return false;
        handler.isUsed = true;
        return true;
      },
    };
    // It never matches, so that MSW goes on to the mock, which answers by what was proposed here, and so that MSW
    // tells of a request that nobody answers.
    const handler: HttpHandler = http.all(
      ({ request }) => {
        if (!mocksHaveHandlers()) refuseWithoutMock(operation, request);
        proposeOverride(request, override);
        return false;
      },
      () => undefined,
      { once },
    );
    handler.info.header = operation;
    return Object.assign(handler, { override });
  };
}

/** Without this, such a request would reach the real API. */
function refuseWithoutMock(operation: Operation, request: Request): void {
  const { origin, pathname } = new URL(request.url);
  const base = vendorBaseUrls.find((one) => `${origin}${pathname}`.startsWith(`${one}/`));
  if (base === undefined) return;
  const router = createOperationRouter(operations);
  if (router.match(request.method, `${origin}${pathname}`.slice(base.length))?.name !== operation) return;
  throw new Error(
    `An override of "${operation}" changes what a mock answers, and there is no mock behind it. Pass a mock's handlers to MSW: setupServer(...createMock().handlers).`,
  );
}
