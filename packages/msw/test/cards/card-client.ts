import { Kombo } from "@kombo-api/sdk";
import { KomboAtsError, KomboGeneralError, KomboHrisError } from "@kombo-api/sdk/models/errors";
import type { CollectionName, Mock, TestCard } from "@kombo-mock/msw";

/** What a client of the official SDK finds out about an integration: `ok`, a code, or how its call failed. */
export interface CardClient {
  /** Its details, as "ACTIVE, COMPLETED". */
  details(): Promise<string>;
  /** A list of records: whether there are `some` or `none`. */
  read(): Promise<string>;
  /** A list of the model that can be switched off. */
  readModel(): Promise<string>;
  /** The action that can be switched off, with valid input. */
  write(): Promise<string>;
}

/** The code of an error in the vendor's envelope; the class and what it says of any other. */
export async function outcome(call: () => Promise<unknown>): Promise<string> {
  try {
    return String((await call()) ?? "ok");
  } catch (error) {
    if (
      error instanceof KomboHrisError ||
      error instanceof KomboAtsError ||
      error instanceof KomboGeneralError
    )
      return error.error.code ?? `null, ${error.statusCode}`;
    const { name, statusCode } = error as { name: string; statusCode?: number };
    return statusCode === undefined ? name : `${name} ${statusCode}`;
  }
}

/** The official SDK's client of an integration. */
export function cardClient(mock: Mock, { id, category }: Pick<TestCard, "id" | "category">): CardClient {
  const kombo = new Kombo({ ...mock.sdkOptions, integration_id: id });
  const idIn = async (collection: CollectionName, which?: object) => {
    const [found] = await mock.find(collection, which as never, { integration_id: id }).catch(() => []);
    return String((found as { id?: string } | undefined)?.id);
  };
  const count = async (pages: Promise<AsyncIterable<Page>>) => {
    for await (const { result } of await pages) return result.data.results.length > 0 ? "some" : "none";
    return "none";
  };
  const calls: Record<string, Omit<CardClient, "details">> = {
    HRIS: {
      read: () => outcome(() => count(kombo.hris.getEmployees({}))),
      readModel: () => outcome(() => count(kombo.hris.getAbsences({}))),
      write: async () => {
        const employee_id = await idIn("hris.employees");
        const absence_type_id = await idIn("hris.absence-types");
        const start_date = new Date("2027-03-01");
        return outcome(async () => {
          await kombo.hris.createAbsence({
            ...{ employee_id, absence_type_id, start_date, end_date: start_date },
            ...{ status: "REQUESTED", employee_note: null },
          });
        });
      },
    },
    ATS: {
      read: () => outcome(() => count(kombo.ats.getCandidates({}))),
      readModel: () => outcome(() => count(kombo.ats.getOffers({}))),
      write: async () => {
        const application_id = await idIn("ats.applications", { outcome: "PENDING" });
        const rejection_reason_id = await idIn("ats.rejection-reasons");
        return outcome(async () => {
          await kombo.ats.rejectApplication({ application_id, body: { rejection_reason_id } });
        });
      },
    },
    ASSESSMENT: {
      read: () => outcome(() => count(kombo.assessment.getAssessmentOrders({}))),
      readModel: () => outcome(() => count(kombo.assessment.getAssessmentOrders({}))),
      write: async () => {
        const assessment_order_id = await idIn("assessment.orders", { status: "OPEN" });
        return outcome(async () => {
          await kombo.assessment.updateOrderResult({
            assessment_order_id,
            body: { status: "CANCELLED", result_url: "https://results.example.com/1" },
          });
        });
      },
    },
  };
  const own = calls[category];
  if (!own) throw new Error(`No calls are known for ${category}.`);
  return {
    ...own,
    details: () =>
      outcome(async () => {
        const { data } = await kombo.general.getIntegrationDetails({ integration_id: id });
        return `${data.status}, ${data.setup_status}`;
      }),
  };
}

interface Page {
  readonly result: { readonly data: { readonly results: readonly unknown[] } };
}
