import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import packed, { inflate } from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";
import { vi } from "vitest";

/** Starts a browser: the package's own where it fits the machine, elsewhere the Chrome that is installed. */
export async function launch(): Promise<Browser> {
  if (process.platform !== "linux" || process.arch !== "x64") return chromium.launch({ channel: "chrome" });
  const folder = await unpack();
  return chromium.launch({
    executablePath: join(folder, "chromium"),
    // The package brings the libraries and the fonts that a bare machine lacks.
    env: {
      LD_LIBRARY_PATH: join(folder, "al2023/lib"),
      FONTCONFIG_PATH: join(folder, "fonts"),
      HOME: folder,
    },
  });
}

/** Unpacks the package's browser once, and answers where it is. */
async function unpack(): Promise<string> {
  const cache = fileURLToPath(new URL("../node_modules/.cache", import.meta.url));
  const home = dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium")));
  const { version } = JSON.parse(readFileSync(join(home, "../package.json"), "utf8")) as { version: string };
  const folder = join(cache, `chromium-${version}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  // Moved into place only when it is whole; the package unpacks into the folder for temporary files.
  const unfinished = mkdtempSync(`${folder}-`);
  vi.stubEnv("TMPDIR", unfinished);
  try {
    await Promise.all([packed.executablePath(), inflate(join(home, "../bin/al2023.tar.br"))]);
  } finally {
    vi.unstubAllEnvs();
  }
  renameSync(unfinished, folder);
  return folder;
}
