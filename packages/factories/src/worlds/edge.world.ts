import { small } from "./small.world.ts";
import type { World } from "./world.ts";

/** What breaks naive consumers, beside all of the small world: empty, unmapped, extreme, deleted and erased records. */
export const edge: World = { name: "edge", layers: ["small", "edge"], integrations: small.integrations };
