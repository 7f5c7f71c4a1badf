import { atsJobFactory, type Entity } from "@kombo-mock/factories";
import { answerValidators } from "@kombo-mock/openapi/answers/ats";
import { page } from "../document.ts";

const inJob = (part: Partial<Entity<"AtsJob">>) => ({ ...atsJobFactory.build(), ...part });

/** Where each entity stands in an answer: in a list of its own, or in a job. */
const placeOf = {
  AtsRole: { operation: "GET /ats/roles", results: (records: readonly unknown[]) => records },
  AtsUser: { operation: "GET /ats/users", results: (records: readonly unknown[]) => records },
  AtsTag: { operation: "GET /ats/tags", results: (records: readonly unknown[]) => records },
  AtsRejectionReason: {
    operation: "GET /ats/rejection-reasons",
    results: (records: readonly unknown[]) => records,
  },
  AtsApplicationStage: {
    operation: "GET /ats/application-stages",
    results: (records: readonly unknown[]) => records,
  },
  AtsJob: { operation: "GET /ats/jobs", results: (records: readonly unknown[]) => records },
  AtsScreeningQuestion: {
    operation: "GET /ats/jobs",
    results: (records: readonly unknown[]) => [inJob({ screening_questions: records as never })],
  },
  AtsJobPosting: {
    operation: "GET /ats/jobs",
    results: (records: readonly unknown[]) => [inJob({ job_postings: records as never })],
  },
} as const;

/** An entity that jobs are made of. */
export type JobEntity = keyof typeof placeOf;

/** What the document has against some records of an entity, one line each; nothing when all are valid. */
export function faultsOf(entity: JobEntity, records: readonly unknown[]): readonly string[] {
  const { operation, results } = placeOf[entity];
  const validator = answerValidators[operation];
  if (!validator) throw new Error(`The document has no answer to "${operation}".`);
  if (validator.success({ status: "success", data: page(results(records)) })) return [];
  return (validator.success.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
