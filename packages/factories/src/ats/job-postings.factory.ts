import { defineFactory, type Entity } from "../define-factory.ts";
import { jobDescriptionHtml } from "../prose.ts";

/** What a posting is made from. */
export interface AtsJobPostingInputs {
  readonly company: { readonly name: string; readonly host: string };
  /** The job that it advertises, so far as it shows. */
  readonly job: Pick<Partial<Entity<"AtsJob">>, "status" | "visibility"> & { readonly title: string | null };
  /** Its id in the tool, which its page is made from; null for any. */
  readonly remoteId: string | null;
}

const inputs: AtsJobPostingInputs = {
  company: { name: "Company GmbH", host: "company.example.com" },
  job: { title: "Software Engineer", status: "OPEN", visibility: "PUBLIC" },
  remoteId: null,
};

type Status = Entity<"AtsJobPosting">["status"];
type Visibility = Entity<"AtsJobPosting">["visibility"];

const statusOf = new Map<unknown, Status>([
  ["OPEN", "ACTIVE"],
  ["CLOSED", "INACTIVE"],
  ["ARCHIVED", "INACTIVE"],
  ["DRAFT", "DRAFT"],
]);
const visibilities = new Map<unknown, Visibility>([
  ["PUBLIC", "PUBLIC"],
  ["INTERNAL", "INTERNAL"],
  ["UNLISTED", "UNLISTED"],
]);

/** Builds an ad for a job: one that everybody can see, unless told. */
export const atsJobPostingFactory = defineFactory("AtsJobPosting")({
  inputs,
  fields: {
    id: ({ id }) => id(),
    remote_id: ({ input, integer }) => input.remoteId ?? String(integer(1_000, 9_999)),
    title: ({ input }) => input.job.title,
    description_html: (context) =>
      jobDescriptionHtml(context, context.get("title") ?? "Colleague", context.input.company.name),
    status: ({ input }): Status => statusOf.get(input.job.status) ?? null,
    visibility: ({ input }): Visibility => visibilities.get(input.job.visibility) ?? null,
    url: ({ get, input }) =>
      get("status") === "DRAFT"
        ? null
        : `https://careers.${input.company.host}/postings/${get("remote_id") ?? get("id")}`,
    remote_data: () => null,
  },
  traits: {
    inactive: { values: { status: "INACTIVE" } },
    draft: { values: { status: "DRAFT" } },
    internal: { values: { visibility: "INTERNAL" } },
    unlisted: { values: { visibility: "UNLISTED" } },
  },
});
