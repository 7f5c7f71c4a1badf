import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "./run.ts";

/**
 * Does what the Dockerfile says without Docker, which not every machine has: its RUN lines in a copy of what git
 * tracks, then its entry point, and its health check until the server is healthy. What it does not show is that the
 * base image fits.
 */
export async function dockerfileWorks(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "kombo-mock-docker-"));
  const app = join(folder, "app");
  const repository = join(folder, "repository");
  let server: ChildProcess | undefined;
  try {
    for (const file of trackedFiles()) cpSync(join(root, file), join(repository, file));
    const { runs, entry, command, health } = readDockerfile();
    for (const run of runs) sh(run.replaceAll("/app", app), repository);
    const port = await freePort();
    const [program = "", ...args] = [...entry, ...command];
    server = spawn(program, args, {
      cwd: app,
      env: { ...process.env, KOMBO_MOCK_PORT: port },
      stdio: "inherit",
    });
    await isHealthy(
      health.map((part) => part.replaceAll("4747", port)),
      app,
    );
    return true;
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return false;
  } finally {
    if (server && server.exitCode === null) {
      server.kill();
      await once(server, "close");
    }
    rmSync(folder, { recursive: true, force: true });
  }
}

function readDockerfile() {
  const text = readFileSync(join(root, "Dockerfile"), "utf8").replaceAll(/\\\n\s*/g, "");
  const list = (pattern: RegExp): string[] => {
    const found = text.match(pattern)?.[1];
    if (!found) throw new Error(`The Dockerfile has no line like ${String(pattern)}.`);
    return JSON.parse(found) as string[];
  };
  return {
    runs: [...text.matchAll(/^RUN (.+)$/gm)].map(([, run = ""]) => run),
    entry: list(/^ENTRYPOINT (\[.+\])$/m),
    command: list(/^CMD (\[.+\])$/m),
    health: list(/^HEALTHCHECK .*CMD (\[.+\])$/m),
  };
}

/** What git tracks, and what it would: the build context of a clean clone. */
function trackedFiles(): string[] {
  const list = ["ls-files", "--cached", "--others", "--exclude-standard"];
  const deleted = execFileSync("git", ["ls-files", "--deleted"], { cwd: root, encoding: "utf8" }).split("\n");
  return execFileSync("git", list, { cwd: root, encoding: "utf8", maxBuffer: 2 ** 26 })
    .split("\n")
    .filter((file) => file !== "" && !deleted.includes(file));
}

function sh(command: string, cwd: string): void {
  execFileSync("sh", ["-c", command], { cwd, stdio: ["ignore", "inherit", "inherit"] });
}

async function freePort(): Promise<string> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  return String(typeof address === "object" ? address?.port : 0);
}

/** Runs the health check once a second, as Docker would at the start, for as long as that is given. */
async function isHealthy([program = "", ...args]: readonly string[], cwd: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const [exitCode] = (await once(spawn(program, args, { cwd }), "close")) as [number | null];
    if (exitCode === 0) return;
    if (attempt === 20) throw new Error("The server of the Dockerfile did not become healthy.");
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
}
