import type { ServedFile } from "./stored-files.ts";
import { storedZip } from "./zip.ts";

type Placeholder = Pick<ServedFile, "contentType" | "bytes">;

/** A small file of a media type that says these lines where the type can; the same for the same lines. */
export function placeholderOf(contentType: string, lines: readonly string[]): Placeholder {
  const make = Object.hasOwn(makers, contentType) ? makers[contentType] : undefined;
  if (make) return { contentType, bytes: make(lines) };
  const isText = contentType.startsWith("text/") || contentType === "application/octet-stream";
  // Bytes that do not fit the type would only break whoever reads them.
  return { contentType: isText ? contentType : "text/plain", bytes: encoded(`${lines.join("\n")}\n`) };
}

const makers: Readonly<Record<string, (lines: readonly string[]) => Uint8Array<ArrayBuffer>>> = {
  "application/pdf": pdf,
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": docx,
  "application/rtf": (lines) => encoded(`{\\rtf1\\ansi ${lines.map(rtfText).join("\\par ")}}`),
  "image/png": () => Uint8Array.from(atob(pixel), (character) => character.charCodeAt(0)),
};

/** One grey pixel. */
const pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==";

function encoded(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** A page of text in one of the fonts that every reader has; those know no other letters than these. */
function pdf(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const shown = lines.map((line) => `(${ascii(line).replaceAll(/[\\()]/g, "\\$&")}) Tj T*`);
  const content = `BT /F1 12 Tf 16 TL 56 760 Td ${shown.join(" ")} ET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  ];
  let file = "%PDF-1.4\n";
  const offsets = objects.map((object, index) => {
    const offset = file.length;
    file += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, "0")} 00000 n \n`).join("");
  return encoded(
    `${file}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${file.length}\n%%EOF\n`,
  );
}

function docx(lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const paragraphs = lines.map((line) => `<w:p><w:r><w:t>${xmlText(line)}</w:t></w:r></w:p>`).join("");
  const officeDocument = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument";
  return storedZip({
    "[Content_Types].xml": `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    "_rels/.rels": `${xml}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${officeDocument}" Target="word/document.xml"/></Relationships>`,
    "word/document.xml": `${xml}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${paragraphs}</w:body></w:document>`,
  });
}

const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

function xmlText(text: string): string {
  return text
    .replaceAll(/\p{Cc}/gu, " ")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}

function rtfText(text: string): string {
  return ascii(text).replaceAll(/[\\{}]/g, "\\$&");
}

function ascii(text: string): string {
  return text.replaceAll(/[^\x20-\x7e]/gu, "?");
}
