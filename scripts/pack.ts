import { execFileSync } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { reports, root } from "./run.ts";

/** A published package with the tarball that users would install. */
export interface Packed {
  readonly name: string;
  readonly folder: string;
  readonly tarball: string;
}

/** Packs every package that is published, as it would be published. */
export function packAll(): Packed[] {
  const target = join(reports, "tarballs");
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  return globSync(["packages/*/package.json", "apps/*/package.json", "fixtures/package.json"], { cwd: root })
    .map((file) => ({ file, manifest: JSON.parse(readFileSync(join(root, file), "utf8")) as Manifest }))
    .filter(({ manifest }) => !manifest.private)
    .map(({ file, manifest: { name, version } }) => {
      const folder = dirname(file);
      execFileSync("pnpm", ["pack", "--pack-destination", target], {
        cwd: join(root, folder),
        stdio: "ignore",
      });
      const tarball = join(target, `${name.replace("@", "").replace("/", "-")}-${version}.tgz`);
      return { name, folder, tarball };
    })
    .sort((a, b) => a.name.localeCompare(b.name));
}

interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly private?: boolean;
}
