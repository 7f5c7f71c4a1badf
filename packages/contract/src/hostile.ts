/** How a hostile mode chooses what to vary, tells what a red run shows, and finds the smallest part that shows it. */
export { chooseVariants } from "./hostile/choose-variants.ts";
export { classifyFailure, type Failure, type RunOutput } from "./hostile/classify-failure.ts";
export { type Reduced, reduce } from "./hostile/reduce.ts";
