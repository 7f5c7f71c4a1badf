import { small } from "./small.world.ts";
import type { World } from "./world.ts";

/** The integrations of the small world without any records. */
export const empty: World = { name: "empty", layers: [], integrations: small.integrations };
