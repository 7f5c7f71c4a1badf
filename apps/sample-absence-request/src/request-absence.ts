import type { KomboClient } from "./kombo-client.ts";
import { KomboFailure } from "./kombo-failure.ts";
import { readPages } from "./read-pages.ts";

interface Absence {
  readonly id: string;
  readonly status?: unknown;
}

/** What an employee asks for. */
export interface AbsenceRequest {
  readonly integrationId: string;
  readonly employeeId: string;
  /** What the tool calls the type, in any case: `Annual leave`. */
  readonly type: string;
  /** First and last day, as `yyyy-MM-dd`. */
  readonly from: string;
  readonly until: string;
  /** Whether the first day counts only from midday on. */
  readonly fromMidday?: boolean;
  /** How much time it uses up, in what the type is counted in; the tool counts by itself when left out. */
  readonly amount?: number;
  readonly note?: string;
}

/** What became of a request, in words for the employee where it is none of the usual. */
export type Outcome =
  | { readonly state: State; readonly absence: string }
  | { readonly state: "not-possible"; readonly reason: string };

type State = "asked" | "approved" | "declined" | "withdrawn" | "unknown";

// A tool's own status passes through when nobody mapped it.
const states: Readonly<Partial<Record<string, State>>> = {
  REQUESTED: "asked",
  APPROVED: "approved",
  DECLINED: "declined",
  CANCELLED: "withdrawn",
  DELETED: "withdrawn",
};

/** Asks for an absence in the tool. What the tool refuses is told; anything else that fails is thrown. */
export async function requestAbsence(kombo: KomboClient, request: AbsenceRequest): Promise<Outcome> {
  const { integrationId, employeeId, from, until, fromMidday = false, amount, note } = request;
  const type = await typeNamed(kombo, request);
  if (type === undefined) return { state: "not-possible", reason: `There is no "${request.type}".` };
  const { unit } = type;
  return told(
    await kombo.POST("/hris/absences", {
      params: { header: { "X-Integration-Id": integrationId } },
      body: {
        employee_id: employeeId,
        absence_type_id: type.id,
        start_date: from,
        end_date: until,
        // A half that the type does not take is refused.
        start_half_day: fromMidday && type.half_days_supported === true,
        employee_note: note ?? null,
        ...(amount !== undefined && (unit === "HOURS" || unit === "DAYS") ? { amount, unit } : {}),
      },
    }),
  );
}

/** Takes back what was asked for. The answer shows the absence as it was before. */
export async function withdrawAbsence(
  kombo: KomboClient,
  { integrationId, absenceId }: { readonly integrationId: string; readonly absenceId: string },
): Promise<Outcome> {
  const outcome = told(
    await kombo.DELETE("/hris/absences/{absence_id}", {
      params: { header: { "X-Integration-Id": integrationId }, path: { absence_id: absenceId } },
      body: {},
    }),
  );
  return "absence" in outcome ? { ...outcome, state: "withdrawn" } : outcome;
}

/** The type that the tool calls so; deleted ones are not listed. */
async function typeNamed(kombo: KomboClient, { integrationId, type }: AbsenceRequest) {
  const types = await readPages((position) =>
    kombo.GET("/hris/absence-types", {
      params: { header: { "X-Integration-Id": integrationId }, query: { ...position, page_size: 250 } },
    }),
  );
  return types.find(({ name }) => name?.toLowerCase() === type.toLowerCase());
}

interface Written {
  readonly data?: { readonly data: Absence };
  readonly error?: unknown;
  readonly response: Response;
}

/** A write is sent once: it would be there twice if only its answer was lost. */
function told({ data, error, response }: Written): Outcome {
  if (data) return { state: states[String(data.data.status)] ?? "unknown", absence: data.data.id };
  const failure = new KomboFailure(response, error);
  if (failure.code !== "REMOTE.INPUT_INVALID") throw failure;
  return { state: "not-possible", reason: failure.message };
}
