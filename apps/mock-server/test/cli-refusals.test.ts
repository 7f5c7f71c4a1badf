import { readFileSync } from "node:fs";
import { expect, onTestFinished, test, vi } from "vitest";
import { runCli } from "./run-cli.ts";
import { run } from "./run-here.ts";
import { serve } from "./serve.ts";

const invalid = (flags: string, given: string, remedy: string) =>
  `error: option '${flags}' argument '${given}' is invalid. ${remedy}\n`;
const whole = (most: number, least = 0) => `It must be a whole number from ${least} to ${most}.`;

const refusals: readonly [args: string, stderr: string][] = [
  ["serve --port abc", invalid("--port <number>", "abc", whole(65_535))],
  ["serve --port 65536", invalid("--port <number>", "65536", whole(65_535))],
  ["serve --seed -1", invalid("--seed <number>", "-1", whole(4_294_967_295))],
  ["serve --max-environments 0", invalid("--max-environments <number>", "0", whole(1_000_000, 1))],
  [
    "serve --date nonsense",
    invalid("--date <day>", "nonsense", "It must be a day such as 2026-01-31, or today."),
  ],
  [
    "serve --date 2026-02-31",
    invalid("--date <day>", "2026-02-31", "It must be a day such as 2026-01-31, or today."),
  ],
  ["serve --clock foo", invalid("--clock <kind>", "foo", "Allowed choices are real, frozen.")],
  [
    "serve --world nope",
    invalid(
      "--world <name>",
      "nope",
      "It must be one of small, demo, edge, large, empty, or the path of a world file, which ends in .json.",
    ),
  ],
  [
    "serve --public-url x",
    invalid("--public-url <url>", "x", "It must be an absolute URL such as https://mock.example.com."),
  ],
  [
    "serve --cors localhost:5173",
    invalid("--cors <origins>", "localhost:5173", "It must be origins such as http://localhost:5173, or *."),
  ],
  ["serve --api-key ,", invalid("--api-key <keys>", ",", "It must name at least one.")],
  ["serve --prot 1", "error: unknown option '--prot'\n(Did you mean --port?)\n"],
  ["serve --quiet --verbose", "error: option '--quiet' cannot be used with option '--verbose'\n"],
  ["serve 4747", "error: too many arguments for 'serve'. Expected 0 arguments but got 1: 4747.\n"],
  [
    "serve --host 192.0.2.1 --port 0",
    `error: "192.0.2.1" is no address of this machine. Take 127.0.0.1, or 0.0.0.0 for all, with --host.\n`,
  ],
];

test.for(refusals)("%s is refused", async ([args, stderr]) => {
  expect(await run(args.split(" "))).toEqual({ exitCode: 1, stdout: "", stderr });
});

const variables: readonly [name: string, value: string, stderr: string][] = [
  [
    "KOMBO_MOCK_PORT",
    "abc",
    `error: option '--port <number>' value 'abc' from env 'KOMBO_MOCK_PORT' is invalid. ${whole(65_535)}\n`,
  ],
];

test.for(variables)("%s=%s is refused like its flag", async ([name, value, stderr]) => {
  vi.stubEnv(name, value);
  onTestFinished(() => void vi.unstubAllEnvs());
  expect(await run(["serve"])).toEqual({ exitCode: 1, stdout: "", stderr });
});

test("an unknown command is refused, and the help is pointed at", async () => {
  expect(await run(["server"])).toEqual({
    exitCode: 1,
    stdout: "",
    stderr:
      "error: unknown command 'server'\n(Did you mean serve?)\n(kombo-mock --help lists what there is)\n",
  });
});

test("a taken port is told in one sentence", { timeout: 60_000 }, async () => {
  const { port } = new URL((await serve()).url);
  expect(await runCli(["serve", "--port", port])).toEqual({
    exitCode: 1,
    stdout: "",
    stderr: `error: Port ${port} on 127.0.0.1 is taken. Take another with --port, a free one with --port 0, or stop what listens there.\n`,
  });
});

test("the help shows every command", async () => {
  const { stdout: commands } = await run(["--help"]);
  const { stdout: options } = await run(["serve", "--help"]);
  expect(commands).toMatch(/^Usage: kombo-mock \[options\] \[command\]\n/);
  for (const name of ["serve", "trigger", "exec", "contract"])
    expect(commands).toMatch(new RegExp(`^  ${name}\\b`, "m"));
  expect(options).toMatch(/^Usage: kombo-mock serve \[options\]\n/);
  expect(options).toContain("--max-environments <number>");
});

test("--version prints the package's version", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as {
    version: string;
  };
  expect(await run(["--version"])).toEqual({ exitCode: 0, stdout: `${version}\n`, stderr: "" });
});
