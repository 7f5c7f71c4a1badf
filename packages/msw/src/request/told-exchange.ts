import type { AnswerMark, JournalLine } from "@kombo-mock/contract/journal-line";
import type { Violation } from "@kombo-mock/contract/judge";
import { isoString } from "../state/clock.ts";
import type { IncomingRequest } from "./pipeline.ts";
import type { OutgoingAnswer } from "./render.ts";

/** An exchange as a listener is told of it: whole, with the key as it was sent. `journalLine` writes it without. */
export type ToldExchange = JournalLine &
  Required<Pick<JournalLine, "test" | "marked" | "meant" | "at" | "door">>;

/** Headers that a judge looks at, or that tell two programs apart. */
const toldHeaders = ["authorization", "content-type", "x-integration-id", "user-agent"] as const;

/** Puts together what a listener is told. */
export function toldExchange({
  request,
  answer,
  marked,
  meant,
  label,
  at,
}: {
  readonly request: IncomingRequest;
  readonly answer: Pick<OutgoingAnswer, "status" | "body" | "abort"> &
    Partial<Pick<OutgoingAnswer, "headers">>;
  readonly marked: AnswerMark | null;
  readonly meant: readonly Violation[];
  readonly label: string | null;
  /** In milliseconds. */
  readonly at: number;
}): ToldExchange {
  const { method, path, search, body, door } = request;
  const isLost = answer.status === 0 || answer.abort === "reset" || answer.abort === "hang";
  return {
    request: { method, url: `/v1${path}${search}`, headers: headersOf(request), body: body ?? null },
    answer: isLost ? null : { status: answer.status, headers: answer.headers ?? {}, body: answer.body },
    ...{ test: label ?? request.sentFrom ?? null, marked, door },
    meant: meant.map(({ rule, location }) => ({ rule, location })),
    at: isoString(at),
  };
}

function headersOf({ header }: IncomingRequest): Record<string, string> {
  return Object.fromEntries(
    toldHeaders.flatMap((name): [string, string][] => {
      const value = header(name);
      return value === null || value === undefined ? [] : [[name, value]];
    }),
  );
}
