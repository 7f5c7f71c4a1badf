/** `expect(mock).toHaveReceived(…)`: pass `komboMatchers` to `expect.extend`. */

import type {} from "vitest";
import type { KomboMatchers } from "./assertions/matchers.ts";

export { type KomboMatchers, komboMatchers } from "./assertions/matchers.ts";

declare module "vitest" {
  // Its parameters have to be written as Vitest writes them.
  interface Matchers<R extends void | Promise<void> = void | Promise<void>, T = unknown>
    extends KomboMatchers<Promise<void>> {}
}
