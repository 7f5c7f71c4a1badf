import type { HttpHandler } from "msw";
import { aiApply } from "./ai-apply/ai-apply.domain.ts";
import { allDomains } from "./all-domains.ts";
import { assessment } from "./assessment/assessment.domain.ts";
import { ats } from "./ats/ats.domain.ts";
import { createMockCore } from "./create-mock.ts";
import { custom } from "./custom/custom.domain.ts";
import { createHandlers } from "./doors/handlers.ts";
import { general } from "./general/general.domain.ts";
import { hris } from "./hris/hris.domain.ts";
import { lms } from "./lms/lms.domain.ts";
import type { MockCore } from "./mock-core.ts";
import type { MockOptions } from "./mock-options.ts";

export * from "./core.ts";
export { type KomboHttpHandler, komboHttp } from "./doors/kombo-http.ts";
export { aiApply, assessment, ats, custom, general, hris, lms };

/** A mock for tests: handlers for MSW, a fetch function, and everything to steer it. */
export interface Mock extends MockCore {
  /** For `setupServer(...mock.handlers)` and `setupWorker(...mock.handlers)`. */
  readonly handlers: readonly HttpHandler[];
}

/** Makes a mock of the whole API, or of some domains of it. */
export function createMock(options: Partial<MockOptions> = {}): Mock {
  const core = createMockCore({ ...options, domains: options.domains ?? allDomains });
  let handlers: readonly HttpHandler[] | undefined;
  return {
    ...core,
    // A getter, since the SDK writes into the options that it is given.
    get sdkOptions() {
      return core.sdkOptions;
    },
    get handlers() {
      handlers ??= createHandlers(core, core.baseUrl);
      return handlers;
    },
  };
}
