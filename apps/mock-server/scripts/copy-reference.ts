import { copyFileSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

// Only the browser's script of Redoc is served; its package, with all that it depends on, stays a matter of the build.
const script = fileURLToPath(import.meta.resolve("redoc/bundles/redoc.standalone.js"));
const dist = join(import.meta.dirname, "..", "dist");

// The image that the script would fetch from its maker's host for the line "API docs by Redocly".
const foreignLogo = "https://cdn.redoc.ly/redoc/logo-mini.svg";

const local = readFileSync(script, "utf8").replaceAll(foreignLogo, "data:image/svg+xml,");
writeFileSync(join(dist, "redoc.standalone.js"), local);
copyFileSync(`${script}.LICENSE.txt`, join(dist, "redoc.standalone.js.LICENSE.txt"));
copyFileSync(join(dirname(script), "..", "LICENSE"), join(dist, "redoc.LICENSE.txt"));
