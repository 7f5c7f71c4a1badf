import type { KomboMockConfig } from "./generated/config.ts";

export type { KomboMockConfig } from "./generated/config.ts";

/**
 * What it is given, with its keys and values checked and completed by the editor.
 *
 * @example
 * // kombo-mock.config.ts
 * export default defineConfig({ seed: 7, world: "./kombo-world.json", serve: { port: 4848 } });
 */
export function defineConfig(config: KomboMockConfig): KomboMockConfig {
  return config;
}
