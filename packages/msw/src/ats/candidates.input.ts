import type { Entity } from "@kombo-mock/factories";
import type { StoredRecord } from "@kombo-mock/factories/worlds";
import type { RequestContext } from "../request/context.ts";

const collection = "ats.candidates";

/** What is stored of a candidate who was sent with an application. */
export function candidateValues(
  sent: Entity<"AtsCandidateInput">,
  source: Entity<"AtsApplicationSource"> | undefined,
): Readonly<Record<string, unknown>> {
  const {
    email_address,
    additional_email_addresses = [],
    phone_number,
    additional_phone_numbers = [],
  } = sent;
  const { availability_date = null, gender = null, salary_expectations = null } = sent;
  const numbers = phone_number === undefined ? [] : [{ phone_number, type: null }];
  return {
    first_name: sent.first_name,
    last_name: sent.last_name,
    company: sent.company ?? null,
    title: sent.title ?? null,
    source: source?.name ?? source?.unified_key ?? source?.id ?? null,
    email_addresses: [{ email_address, type: null }, ...additional_email_addresses].map((one) => ({
      email_address: readableEmail(one.email_address),
      type: one.type,
    })),
    phone_numbers: [
      ...numbers,
      ...additional_phone_numbers.map(({ phone_number: number, type }) => ({ phone_number: number, type })),
    ],
    social_media: (sent.social_links ?? []).map(({ url }) => ({ link: url, type: null, username: null })),
    location: sent.location ? addressOf(sent.location) : null,
    // Kept, although no answer shows it.
    ...{ availability_date, gender, salary_expectations },
  };
}

/** The first candidate with an e-mail address, in upper or lower case, whom the tool still has. */
export function candidateByEmail({ view }: RequestContext, email: string): StoredRecord | undefined {
  const candidates = view(collection);
  const wanted = email.toLowerCase();
  for (const number of candidates.numbers(0)) {
    if ((candidates.value(number, "remote_deleted_at") ?? null) !== null) continue;
    const addresses = candidates.value(number, "email_addresses");
    if (!Array.isArray(addresses)) continue;
    if (addresses.some(({ email_address }) => String(email_address).toLowerCase() === wanted)) {
      return candidates.at(number);
    }
  }
  return undefined;
}

function addressOf({ city, country, state, street_1, zip_code }: Entity<"AtsCandidateInputLocation">) {
  return {
    city: city ?? null,
    country,
    raw: null,
    state: state ?? null,
    street_1: street_1 ?? null,
    street_2: null,
    zip_code: zip_code ?? null,
  };
}

const readable = /^(?!\.)(?!.*\.\.)([\w'+-.]*)[\w+-]@([\da-z][\da-z-]*\.)+[a-z]{2,}$/;

/** An address as it is read back: hosts in lower case, and null for what does not count as valid there. */
function readableEmail(sent: string): string | null {
  const at = sent.lastIndexOf("@");
  const written = sent.slice(0, at) + sent.slice(at).toLowerCase();
  return readable.test(written) ? written : null;
}
