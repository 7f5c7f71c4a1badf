import type { IncomingMessage } from "node:http";
import { KomboError } from "@kombo-mock/msw/core";
import { refusal } from "./failure.ts";

const usualLimit = 1_048_576;
const fileLimit = 33_554_432;
/** What is published of the import of a job feed. */
const importLimit = 36_700_160;

/** Whether a request announces a body. */
export function hasBody({ headers }: IncomingMessage): boolean {
  return (headers["content-length"] ?? "0") !== "0" || headers["transfer-encoding"] !== undefined;
}

/**
 * Reads a body as text, up to 1 MB, or 32 MB where the operation takes files and 35 MB where it takes lines of JSON. What
 * goes beyond is thrown away as it comes.
 */
export async function readBody(
  request: IncomingMessage,
  { takesFiles }: { readonly takesFiles: boolean },
): Promise<string> {
  const isImport = request.headers["content-type"]?.startsWith("application/x-ndjson") === true;
  const limit = !takesFiles ? usualLimit : isImport ? importLimit : fileLimit;
  if (Number(request.headers["content-length"] ?? 0) > limit) throw tooLarge(limit);
  const bytes = await new Promise<Buffer>((resolve, reject) => {
    let chunks: Buffer[] = [];
    let size = 0;
    // Not `for await`: leaving it would end the connection before the answer is sent.
    request.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else {
        chunks = [];
        reject(tooLarge(limit));
      }
    });
    request.once("end", () => resolve(Buffer.concat(chunks)));
    request.once("error", reject);
  });
  return textOf(bytes);
}

function textOf(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new KomboError("PLATFORM.INPUT_INVALID", "body is not valid UTF-8, which is what JSON is sent in.");
  }
}

function tooLarge(limit: number): KomboError {
  return refusal(
    413,
    `The body is larger than ${limit / 1_048_576} MB, which is what this operation takes at most.`,
  );
}
