import { small } from "./small.world.ts";
import type { World } from "./world.ts";

/** Companies of 10,000 employees and as many candidates and more, beside all of the small world. */
export const large: World = { name: "large", layers: ["small", "large"], integrations: small.integrations };
