import { readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { build } from "esbuild";

// Hundreds of small modules take longer to load than to run, and each test file pays for it.
const dist = join(process.cwd(), "dist");

interface Manifest {
  readonly exports: Readonly<Record<string, string | { readonly default?: string }>>;
}

/** The built modules that the package's users can import. */
const manifest = JSON.parse(readFileSync("package.json", "utf8")) as Manifest;
const entries = Object.values(manifest.exports)
  .map((target) => (typeof target === "string" ? target : target.default))
  .filter((target): target is string => target?.startsWith("./dist/") === true);

const { metafile } = await build({
  entryPoints: entries,
  outdir: dist,
  outbase: dist,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  format: "esm",
  target: "es2022",
  packages: "external",
  sourcemap: true,
  metafile: true,
  logLevel: "warning",
});

// What was taken into the bundles is not needed beside them; the types stay.
const written = new Set(
  Object.keys(metafile.outputs).map((file) => relative(dist, join(process.cwd(), file))),
);
for (const file of readdirSync(dist, { recursive: true, encoding: "utf8" })) {
  if (/\.js(?:\.map)?$/.test(file) && !written.has(file)) rmSync(join(dist, file));
}
