import { operations } from "@kombo-mock/openapi";
import { action } from "../request/behaviours.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { PassthroughAnswer } from "../state/root.ts";
import { refuseInactive, refuseInvalid } from "./refuse.ts";

const operation = "POST /passthrough/{tool}/{api}";
const apis = operations[operation].passthroughApis ?? [];

/** Answers what was set for the tool's API. The journal keeps what was asked. */
export const passthrough = action(operation, (context) => {
  const { path, body, change, integration, assume } = context;
  const { tool, api } = path;
  const own = integration.inputs.tool;
  if (tool !== own) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `path.tool must be the integration's own tool, "${own}", but is "${tool}".`,
    );
  }
  if (!apis.includes(`${tool}/${api}`)) {
    const known = apis.filter((one) => one.startsWith(`${tool}/`)).map((one) => `"${one.split("/")[1]}"`);
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `path.api: "${tool}" has no API "${api}". ${known.length > 0 ? `It has ${known.join(", ")}.` : "It has none."}`,
    );
  }
  refuseInactive(context);
  refuseInvalid(context);

  const set = change.root.passthroughAnswers.findLast((answer) => fits(answer, { tool, api, ...body }));
  const { status, headers, data } = set ?? unset(tool, api, assume("passthrough-without-answer"));
  return {
    url: remoteUrl(tool, body),
    status,
    headers,
    data: body.response_as_base64 ? base64Of(data) : data,
  };
});

function fits(
  answer: PassthroughAnswer,
  asked: { readonly tool: string; readonly api: string; readonly method: string; readonly path: string },
): boolean {
  return (["tool", "api", "method", "path"] as const).every(
    (key) => answer[key] === undefined || answer[key] === asked[key],
  );
}

function unset(
  tool: string,
  api: string,
  status: number,
): Pick<PassthroughAnswer, "status" | "headers" | "data"> {
  const hint = `No answer is set for ${tool}/${api}. Set one with mock.passthrough("${tool}", "${api}", { data: … }) or POST /_mock/passthrough.`;
  return { status, headers: { "content-type": "application/json" }, data: { hint } };
}

/** Where the call would have gone; the host is reserved, since the mock calls no tool. */
function remoteUrl(
  tool: string,
  { path, params }: { path: string; params?: Record<string, string> },
): string {
  const url = new URL(`https://${tool}.example.com/`);
  url.pathname = path;
  for (const [name, value] of Object.entries(params ?? {})) url.searchParams.append(name, value);
  return url.href;
}

function base64Of(data: unknown): string {
  const bytes = new TextEncoder().encode(typeof data === "string" ? data : JSON.stringify(data));
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}
