import type { Entity } from "@kombo-mock/factories";
import { KomboError } from "./kombo-error.ts";

/** A file as it was sent: what it is called and is, and its content, or the address that it was to be read from. */
export interface SentFile {
  readonly name: string;
  readonly content_type: string | null;
  /** Null for a file of an address, which the mock does not read. */
  readonly content_base64: string | null;
  readonly data_url: string | null;
  /** In bytes; null where the content is not known. */
  readonly size: number | null;
}

/** Reads a file that came with a request; refuses one without a content, with two, or with one that is no base64. */
export function fileOf(
  { name, content_type, data, data_url }: Entity<"FileUpload">,
  location: string,
): SentFile {
  const refuse = (message: string): never => {
    throw new KomboError("PLATFORM.INPUT_INVALID", message);
  };
  if ((data === undefined) === (data_url === undefined))
    refuse(
      `${location} needs exactly one of data_url and data, but has ${data === undefined ? "none" : "both"}.`,
    );
  if (data === undefined)
    return {
      name,
      content_type: content_type ?? null,
      content_base64: null,
      data_url: data_url ?? null,
      size: null,
    };
  if (content_type === undefined) refuse(`${location}.content_type is missing; with data it is needed.`);
  if (!isBase64(data)) refuse(`${location}.data is not base64.`);
  const padding = /=*$/.exec(data)?.[0].length ?? 0;
  return {
    name,
    content_type: content_type ?? null,
    content_base64: data,
    data_url: null,
    size: (data.length / 4) * 3 - padding,
  };
}

function isBase64(text: string): boolean {
  return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(text);
}
