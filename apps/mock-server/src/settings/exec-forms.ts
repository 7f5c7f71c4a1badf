import type { ValueForm } from "./value-form.ts";

/** How those values of `exec` stand in a file of settings of which their parsers do not tell. */
export const execForms: Readonly<Record<string, ValueForm>> = {
  report: {
    list: "repeated",
    located: (text, at) =>
      text
        .split(",")
        .map((one) => one.replace(/=(.+)$/, (_, file: string) => `=${at(file)}`))
        .join(","),
  },
  env: { list: "repeated" },
  artifacts: { located: (text, at) => at(text) },
  waivers: { located: (text, at) => at(text) },
};
