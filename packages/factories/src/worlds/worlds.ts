import { demo } from "./demo.world.ts";
import { edge } from "./edge.world.ts";
import { empty } from "./empty.world.ts";
import { large } from "./large.world.ts";
import { small } from "./small.world.ts";

/** Every world by its name. */
export const worlds = { small, demo, edge, large, empty } as const;

/** The name of a world. */
export type WorldName = keyof typeof worlds;
