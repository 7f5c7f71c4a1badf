import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";

interface MediaTypes {
  readonly content: Readonly<Record<string, object>>;
}

interface Operation {
  readonly operationId: string;
  readonly requestBody?: MediaTypes;
  readonly responses: { readonly 200: MediaTypes };
}

/** The document of the control calls, as the package brings it. */
const document = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("@kombo-mock/msw/control.openapi.json")), "utf8"),
) as { readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>> };

/** Every call that it has, spelled `"POST /reset"`. */
export const documented: ReadonlyMap<string, Operation> = new Map(
  Object.entries(document.paths).flatMap(([path, operations]) =>
    Object.entries(operations).map(([method, operation]): [string, Operation] => [
      `${method.toUpperCase()} ${path}`,
      operation,
    ]),
  ),
);

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/;
const ajv = new Ajv2020({
  strict: false,
  allErrors: true,
  formats: {
    "date-time": instant,
    date: /^\d{4}-\d{2}-\d{2}$/,
    double: true,
    email: /^\S+@\S+$/,
    uri: (text: string) => URL.canParse(text),
  },
});
ajv.addSchema(document, "control");

const step = (text: string) => text.replaceAll("~", "~0").replaceAll("/", "~1");

/** What of a value the document does not allow, at a place of it. */
function faultsAt(place: readonly string[], value: unknown): string[] {
  const validate = ajv.compile({ $ref: `control#/${place.map(step).map(encodeURIComponent).join("/")}` });
  if (validate(value)) return [];
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function placeOf(call: string): readonly string[] {
  const [method = "", path = ""] = call.split(" ");
  return ["paths", path, method.toLowerCase()];
}

const json = ["content", "application/json", "schema"];

/** What is wrong with an answer of a call. */
export function answerFaults(call: string, answer: unknown): string[] {
  return faultsAt([...placeOf(call), "responses", "200", ...json], answer);
}

/** What is wrong with a body that is sent. */
export function bodyFaults(call: string, body: unknown): string[] {
  return faultsAt([...placeOf(call), "requestBody", ...json], body);
}

/** What is wrong with the answer to a call that is refused. */
export function refusalFaults(answer: unknown): string[] {
  return faultsAt(["components", "schemas", "Error"], answer);
}
