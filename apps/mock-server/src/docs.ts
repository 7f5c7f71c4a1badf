import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { OutgoingAnswer } from "@kombo-mock/msw/core";

/** Answers the references of the API and of the control calls, and the script that draws them. Undefined for everything else. */
export function readDocs(method: string, pathname: string): OutgoingAnswer | undefined {
  if (method !== "GET") return undefined;
  const reference = references[pathname];
  if (reference)
    return answer("text/html; charset=utf-8", page(reference), { "content-security-policy": policy });
  if (pathname === "/_mock/docs/reference.js") {
    return answer("text/javascript; charset=utf-8", readScript());
  }
  return undefined;
}

function answer(type: string, body: string, headers: Readonly<Record<string, string>> = {}): OutgoingAnswer {
  return {
    status: 200,
    headers: { "content-type": type, "x-content-type-options": "nosniff", ...headers },
    body,
  };
}

/** The browser itself holds that nothing leaves: the page reaches its own server, and nobody else. */
const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
  // The search of the reference runs in a worker, which the script makes from a text of its own.
  "worker-src blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'self'",
].join("; ");

const theme = {
  typography: {
    fontFamily: "system-ui, sans-serif",
    headings: { fontFamily: "system-ui, sans-serif" },
    code: { fontFamily: "ui-monospace, monospace" },
  },
};

/** What a page shows, and where what it needs lies. */
interface Reference {
  readonly title: string;
  readonly notice: string;
  readonly document: string;
  readonly script: string;
}

// Their addresses are relative, so that they also work behind a proxy that serves the mock below a path.
const references: Readonly<Record<string, Reference>> = {
  "/_mock/docs": {
    title: "Kombo Mock: API reference",
    notice: `On this server the base URL ends in /v1. The calls that steer the mock have <a href="docs/control">a reference of their own</a>.`,
    document: "openapi.json",
    script: "docs/reference.js",
  },
  "/_mock/docs/control": {
    title: "Kombo Mock: control API",
    notice: `These calls are below /_mock and steer the mock. The API itself has <a href="../docs">its own reference</a>.`,
    document: "../control.json",
    script: "reference.js",
  },
};

const page = ({ title, notice, document, script }: Reference) => `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>
body { margin: 0; font: 16px/1.5 system-ui, sans-serif; color: #1f2933; }
body > p, noscript { display: block; margin: 0; padding: .75rem 1rem; background: #f5f7fa; }
</style>
<p>Unofficial: not made, endorsed or supported by Kombo. ${notice}</p>
<noscript>The reference needs JavaScript. What it shows is in <a href="${document}">${document.split("/").at(-1)}</a>.</noscript>
<redoc spec-url="${document}" json-samples-expand-level="4" theme='${JSON.stringify(theme)}'></redoc>
<script src="${script}"></script>
</html>
`;

/** The renderer, which the build puts beside the compiled files. */
function readScript(): string {
  return readFileSync(fileURLToPath(new URL("../dist/redoc.standalone.js", import.meta.url)), "utf8");
}
