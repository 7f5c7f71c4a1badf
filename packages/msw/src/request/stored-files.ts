import type { StoredRecord } from "@kombo-mock/factories/worlds";
import { placeholderOf } from "./placeholder-files.ts";

/** A file as it is handed out. */
export interface ServedFile {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** The path at which the mock serves a file by its id; whoever fetches it has no key, so it names the environment. */
export function filePath(id: string, environment: string): string {
  const named = environment === "default" ? "" : `?environment=${encodeURIComponent(environment)}`;
  return `/_mock/files/${encodeURIComponent(id)}${named}`;
}

/** The content of a file: what was sent, or a small file of its type made on the spot. */
export function servedFile({
  file_name,
  content_type,
  content_base64,
  source_url,
  text_lines,
}: StoredRecord): ServedFile {
  const name = typeof file_name === "string" ? file_name : "file";
  const contentType = String(content_type ?? contentTypeOf(name));
  if (typeof content_base64 === "string") return { name, contentType, bytes: bytesOf(content_base64) };
  if (Array.isArray(text_lines)) return { name, ...placeholderOf(contentType, text_lines.map(String)) };
  const origin =
    typeof source_url === "string"
      ? `It was sent as ${source_url}, and the mock fetches nothing.`
      : "Everything in it is made up.";
  return { name, ...placeholderOf(contentType, [`Kombo Mock: placeholder of "${name}".`, origin]) };
}

/** The bytes of a text in base64. */
function bytesOf(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}

const byEnding: Readonly<Record<string, string>> = {
  pdf: "application/pdf",
  doc: "application/msword",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  rtf: "application/rtf",
  txt: "text/plain",
  md: "text/markdown",
  csv: "text/csv",
  png: "image/png",
  jpg: "image/jpeg",
  jpeg: "image/jpeg",
};

/** The media type that a file's name stands for; of any bytes where it stands for none. */
export function contentTypeOf(name: string): string {
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  return Object.hasOwn(byEnding, ending) ? (byEnding[ending] ?? anyBytes) : anyBytes;
}

const anyBytes = "application/octet-stream";
