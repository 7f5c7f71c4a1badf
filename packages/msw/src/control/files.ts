import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import type { OutgoingAnswer } from "../request/render.ts";
import { type ServedFile, servedFile } from "../request/stored-files.ts";
import { viewCollection } from "../state/collection-view.ts";
import type { Environment } from "../state/environment.ts";

/** Collections whose records have a content that answers lead to. */
const collections = ["ats.attachments", "custom.datev-documents"];

/** The file that an answer handed out the address of. */
export function findFile(id: string, environment: Environment, { partitions }: Machinery): ServedFile {
  const held = collections.filter((name) => partitions.recipes.has(name));
  for (const integration of Object.values(environment.root.integrations)) {
    for (const name of held) {
      const record = viewCollection(integration, name, partitions).get(id);
      if (record) return servedFile(record);
    }
  }
  throw new KomboError(
    null,
    `There is no file "${id}" in the environment "${environment.name}". Addresses of files stand in \`data_url\` of attachments and documents.`,
    { status: 404 },
  );
}

const mediaType = /^[\w.+-]+\/[\w.+-]+$/;

/** A file as a download: what somebody uploaded must not run as a page of the mock. */
export function download({ name, contentType, bytes }: ServedFile): OutgoingAnswer {
  const plain = name.replaceAll(/[^\w .-]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replaceAll(/['()*]/g, percentEncoded);
  const known = mediaType.test(contentType) ? contentType : "application/octet-stream";
  return {
    status: 200,
    headers: {
      "content-type": known.startsWith("text/") ? `${known}; charset=utf-8` : known,
      "content-disposition": `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`,
      "content-security-policy": "sandbox",
      "x-content-type-options": "nosniff",
    },
    body: "",
    bytes,
  };
}

function percentEncoded(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
}
