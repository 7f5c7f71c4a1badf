import type { RequestContext } from "../request/context.ts";

/** What the request means for the integration's own tool; values for others are ignored, with a warning. */
export function ownRemoteFields(
  context: RequestContext,
  fields: Readonly<Record<string, unknown>> | undefined,
): unknown {
  const { tool } = context.integration.inputs;
  for (const other of Object.keys(fields ?? {})) {
    if (other === tool) continue;
    context.warn(
      `body.remote_fields.${other} was ignored: "${context.integration.id}" is an integration of "${tool}".`,
    );
  }
  return fields && Object.hasOwn(fields, tool) ? fields[tool] : null;
}
