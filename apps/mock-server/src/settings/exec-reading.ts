import type { Reading } from "./apply-settings.ts";

/** How `exec` reads a file of settings: 1 is what it ends with when the contract is violated. */
export const execReading: Reading = {
  exitCode: 2,
  forms: {
    report: {
      list: "repeated",
      located: (text, at) =>
        text
          .split(",")
          .map((one) => one.replace(/=(.+)$/, (_, file: string) => `=${at(file)}`))
          .join(","),
    },
    env: { list: "repeated" },
    hostileReplay: { list: "repeated" },
    artifacts: { located: (text, at) => at(text) },
    usage: { located: (text, at) => text.replace(/=(.+)$/, (_, file: string) => `=${at(file)}`) },
    waivers: { located: (text, at) => at(text) },
  },
};
