import { readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { expect, test } from "vitest";
import { formats } from "../scripts/formats.ts";
import { createFragmentReader, parseFragment } from "../scripts/fragment.ts";
import { checkForm, fragmentSchema } from "../scripts/fragment-form.ts";
import { readJson } from "./schemas.ts";

const specFolder = join(import.meta.dirname, "../spec");
const fragments = createFragmentReader(specFolder)().map((fragment) => ({
  name: relative(specFolder, fragment.file),
  fragment,
}));

test.each(fragments)("$name has the form of a fragment", ({ fragment }) => {
  expect(() => checkForm(fragment)).not.toThrow();
});

const text = readFileSync(join(specFolder, "hris/absences.openapi.yaml"), "utf8");

/** The real fragment with one thing wrong, and the line that it stands at. */
function spoil(from: string | RegExp, to: string) {
  const spoiled = text.replace(from, to);
  const line = spoiled.split("\n").findIndex((one, index) => one !== text.split("\n")[index]) + 1;
  return { fragment: parseFragment("absences.openapi.yaml", spoiled), line };
}

test.each([
  { what: "a keyword that nobody knows", from: "type: object", to: "typ: object", says: "is not known here" },
  {
    what: "a type that does not exist",
    from: "type: string",
    to: "type: text",
    says: "must be one of string,number",
  },
  {
    what: "a format without validator",
    from: "format: date-time",
    to: "format: datetime",
    says: "must be one of date,",
  },
  { what: "a method that does not exist", from: /^ {4}get:/m, to: "    fetch:", says: "is not known here" },
  { what: "a misspelled extension", from: "x-sdk-method", to: "x-sdk-methods", says: "is not known here" },
  {
    what: "a model that is no list",
    from: /x-kombo-models: \[(\w+)\]/,
    to: "x-kombo-models: $1",
    says: "must be array",
  },
  {
    what: "a reference to another file",
    from: "#/components/schemas/",
    to: "other.yaml#/",
    says: "must match pattern",
  },
  {
    what: "a pattern that does not compile",
    from: /pattern: .*/,
    to: 'pattern: "("',
    says: "must match format",
  },
])("$what is refused at its line", ({ from, to, says }) => {
  const { fragment, line } = spoil(from, to);
  expect(line).toBeGreaterThan(0);
  expect(() => checkForm(fragment)).toThrow(new RegExp(`absences\\.openapi\\.yaml:${line}: ".*" ${says}`));
});

test("the formats that fragments may use are those that validators know", () => {
  const { format } = fragmentSchema["$defs"]["Schema"].properties;
  expect(format.enum.toSorted()).toEqual(Object.keys(formats).sort());
});

test("every key that fragments may have says what it is", () => {
  const undescribed: string[] = [];
  const visit = (value: unknown, path: string) => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, child] of Object.entries(value)) {
      if (key.startsWith("x-") && !("description" in child)) undescribed.push(`${path}/${key}`);
      visit(child, `${path}/${key}`);
    }
  };
  visit(fragmentSchema, "");
  expect(undescribed).toEqual([]);
});

test("the editor reads fragments by this form", () => {
  expect(readJson("../../../.vscode/settings.json")).toMatchObject({
    "yaml.schemas": { "./packages/openapi/fragment.schema.json": "packages/openapi/spec/**/*.openapi.yaml" },
  });
});
