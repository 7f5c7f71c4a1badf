import { choicesAt, type Entity, hash128 } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";
import { daysAfter } from "./calendar.ts";

/** What an insurer has found out about a sick leave. */
export interface Finding {
  /** Which answer of the request it is. */
  readonly index: number;
  /** As `flag_current_work_incapacity` counts it. */
  readonly flag: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | null;
  /** The first and the last day, `yyyy-MM-dd`. */
  readonly from: string;
  readonly until: string;
  readonly isInitial: boolean;
  /** What was wrong with the request. */
  readonly error: string | null;
}

const insurers = [
  "Musterkasse Nord",
  "Hafenkrankenkasse",
  "BKK Beispielwerke",
  "Ersatzkasse Muster",
] as const;
const clerks = ["Jana Petersen", "Cem Aydin", "Ruth Albers", "Piotr Nowak"] as const;

/** An insurer's answer; the same for the same request and finding. */
export function feedback(
  { seed }: Pick<RequestContext, "seed">,
  request: StoredRecord & { readonly start_work_incapacity: string },
  { index, flag, from, until, isInitial, error }: Finding,
): Entity<"DatevEauFeedback"> {
  const choices = choicesAt(seed, String(request["employee_id"]), "health-insurer");
  const insurer = choices.at("insurer").pick(insurers);
  const hasNote = flag === 2;
  const isHospital = flag === 3;
  const first = hasNote || isHospital ? from : null;
  return {
    guid: guidOf(`${seed}\n${request.id}\n${index}`),
    contact_person: {
      gender_contact_person: "X",
      name: choices.at("clerk").pick(clerks),
      telephone: "+49 30 5550160",
      fax: null,
      email: "arbeitgeber@krankenkasse.example.com",
      name1_health_insurance: insurer,
      name2_health_insurance: null,
      name3_health_insurance: null,
      postal_code: "10245",
      city: "Berlin",
      street: "Beispielallee",
      house_number: "7",
    },
    incapacity_for_work: {
      start_work_incapacity_employer: request.start_work_incapacity,
      start_work_incapacity_au: hasNote ? from : null,
      end_work_incapacity_au: hasNote ? until : null,
      actual_end_work_incapacity_au: isHospital ? until : null,
      date_of_diagnosis: first,
      flag_current_work_incapacity: flag,
      accident_at_work: false,
      assignment_accident_insurance_doctor: false,
      other_accident: false,
      start_hospitalisation: isHospital ? from : null,
      end_hospitalisation: isHospital ? until : null,
      initial_certificate: isInitial,
      // An insurer that has no final answer yet tells later of its own accord.
      automatic_feedback_until:
        flag === 4 || flag === 7 ? daysAfter(request.start_work_incapacity, 14) : null,
    },
    error_block_list:
      error === null
        ? null
        : [{ origin: insurer, error_number: "EAU-404", error_text: error, error_value: null }],
  };
}

/** A GUID's form, from a hash. */
function guidOf(text: string): string {
  const digits = hash128(text)
    .map((word) => (word >>> 0).toString(16).padStart(8, "0"))
    .join("");
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}
