import type { IncomingMessage } from "node:http";
import type { MockCore } from "@kombo-mock/msw/core";
import { RequestRefused } from "./failure.ts";

const usualLimit = 1_048_576;
const fileLimit = 33_554_432;

/** Whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
}

/** Reads a body as text, up to 1 MB, or 32 MB where the operation takes files. */
export async function readBody(
  request: IncomingMessage,
  mock: Pick<MockCore, "takesFiles">,
  path: string,
): Promise<string> {
  const declared = Number(request.headers["content-length"] ?? 0);
  const limit = mock.takesFiles(request.method ?? "", path) ? fileLimit : usualLimit;
  if (declared > limit) throw tooLarge(limit);
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > limit) throw tooLarge(limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}

function tooLarge(limit: number): RequestRefused {
  return new RequestRefused(
    413,
    `The body is larger than ${limit / 1_048_576} MB, which is what this operation takes at most.`,
  );
}
