import type { Entity } from "@kombo-mock/factories";
import { fileOf, type SentFile } from "../request/files.ts";

type Format = NonNullable<Entity<"AtsScreeningQuestion">["format"]>;

/** An answer that fits its question. */
export interface Fitting {
  /** As it is read back; null where it is not, as with files. */
  readonly shown: Entity<"AtsScreeningQuestionAnswer">["answer"] | null;
  /** What a precondition of another question may name: the chosen options' ids, or the boolean. */
  readonly chosen: readonly (string | boolean)[];
  readonly file?: SentFile;
}

interface Given<Type extends Format["type"]> {
  readonly answer: unknown;
  readonly format: Extract<Format, { type: Type }>;
  readonly location: string;
  /** Fails, saying what the answer has to be. */
  refuse(wanted: string): never;
}

/** Reads an answer by its question's format; refuses what does not fit. */
export const fits: { readonly [Type in Format["type"]]: (given: Given<Type>) => Fitting } = {
  TEXT({ answer, format: { max_length, display_type }, refuse }) {
    if (typeof answer !== "string") return refuse("be text");
    if (answer.length > (max_length ?? Number.POSITIVE_INFINITY))
      refuse(`have at most ${max_length} characters`);
    if (display_type === "EMAIL" && !/^[^\s@]+@[^\s@]+$/.test(answer)) refuse("be an e-mail address");
    if (display_type === "URL" && !URL.canParse(answer)) refuse("be an absolute URL");
    return { shown: { content: answer }, chosen: [] };
  },
  NUMBER({ answer, format: { min, max }, refuse }) {
    if (typeof answer !== "number") return refuse("be a number");
    if (answer < (min ?? Number.NEGATIVE_INFINITY)) refuse(`be at least ${min}`);
    if (answer > (max ?? Number.POSITIVE_INFINITY)) refuse(`be at most ${max}`);
    return { shown: { number: answer }, chosen: [] };
  },
  BOOLEAN({ answer, refuse }) {
    if (typeof answer !== "boolean") return refuse("be true or false");
    return { shown: { checked: answer }, chosen: [answer] };
  },
  SINGLE_SELECT({ answer, format: { options }, refuse }) {
    const chosen = options.find(({ id }) => id === answer);
    if (!chosen) return refuse(`be the id of an option: ${spelled(options)}`);
    return { shown: { choice: chosen.name }, chosen: [chosen.id] };
  },
  MULTI_SELECT({ answer, format: { options }, refuse }) {
    const wanted: readonly unknown[] = Array.isArray(answer) ? answer : refuse("be a list of ids of options");
    if (wanted.some((one) => !options.some(({ id }) => id === one)))
      refuse(`hold ids of options: ${spelled(options)}`);
    const chosen = options.filter(({ id }) => wanted.includes(id));
    return { shown: { choices: chosen.map(({ name }) => name) }, chosen: chosen.map(({ id }) => id) };
  },
  DATE({ answer, refuse }) {
    const day =
      typeof answer === "string" && datePattern.test(answer) ? answer.slice(0, 10) : refuse(dateWanted);
    const midnight = new Date(`${day}T00:00:00Z`);
    // A day that the month lacks would be read as one of the next month.
    if (Number.isNaN(midnight.getTime()) || !midnight.toISOString().startsWith(day)) refuse(dateWanted);
    return { shown: { date: midnight.toISOString() }, chosen: [] };
  },
  FILE({ answer, format: { accepted_mime_types, max_file_size_bytes }, location, refuse }) {
    if (typeof answer !== "object" || answer === null || Array.isArray(answer)) return refuse("be a file");
    // The body was judged: an object in this place is a file.
    const file = fileOf(answer as Entity<"FileUpload">, location);
    if ((file.size ?? 0) > (max_file_size_bytes ?? Number.POSITIVE_INFINITY))
      refuse(`be at most ${max_file_size_bytes} bytes`);
    if (file.content_type !== null && accepted_mime_types && !accepted_mime_types.includes(file.content_type))
      refuse(`be of one of the types ${accepted_mime_types.join(", ")}`);
    return { shown: null, chosen: [], file };
  },
  INFORMATION: ({ refuse }) => refuse("be left out: the question only informs"),
  UNKNOWN: ({ answer }) => ({ shown: { raw: answer }, chosen: [] }),
};

/** What the vendor's beta answers in place of a missing answer; undefined where it has nothing to say. */
export const fillers: {
  readonly [Type in Format["type"]]: (format: Extract<Format, { type: Type }>, today: string) => unknown;
} = {
  TEXT: () => "-",
  NUMBER: ({ min }) => min ?? 0,
  BOOLEAN: () => true,
  SINGLE_SELECT: ({ options }) => options[0]?.id,
  MULTI_SELECT: ({ options }) => (options[0] ? [options[0].id] : undefined),
  DATE: (_, today) => today,
  FILE: ({ accepted_mime_types }) => ({
    name: "empty",
    content_type: accepted_mime_types?.[0] ?? "text/plain",
    data: "",
  }),
  INFORMATION: () => undefined,
  UNKNOWN: () => undefined,
};

const datePattern = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}:\d{2}(\.\d+)?)?Z?$/;
const dateWanted = "be a day such as 2026-01-31";

function spelled(options: readonly { readonly id: string; readonly name: string }[]): string {
  return options.map(({ id, name }) => `"${id}" (${name})`).join(", ") || "none exists";
}
