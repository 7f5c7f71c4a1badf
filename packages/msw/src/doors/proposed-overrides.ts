import type { Override } from "../request/override.ts";

// MSW gives each of its handlers the same request object, and nothing else that one could leave for another.
const proposed = new WeakMap<Request, Override[]>();

let handlersWereMade = false;

/** Leaves an override for the mock whose handler MSW runs later for the same request. */
export function proposeOverride(request: Request, override: Override): void {
  const others = proposed.get(request);
  if (others) others.push(override);
  else proposed.set(request, [override]);
}

/** What was left for this request, in the order of MSW's handlers. */
export function proposedOverrides(request: Request): readonly Override[] {
  return proposed.get(request) ?? [];
}

/** Notes that a mock's handlers were asked for. */
export function noteHandlers(): void {
  handlersWereMade = true;
}

/** Whether any mock's handlers were asked for: without them no override can take effect. */
export function mocksHaveHandlers(): boolean {
  return handlersWereMade;
}
