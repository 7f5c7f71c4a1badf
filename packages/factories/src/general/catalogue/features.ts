import type { Category } from "./read-models.ts";

/** Something that a connection offers beyond models and actions. */
export interface CatalogueFeature {
  readonly id: string;
  readonly label: string;
}

// Only `automatic_source_writing` is a published id; the others name what a connection can be set up with.
/** Every feature by category; one that several categories offer has the same id in each. */
export const features = {
  HRIS: [
    { id: "employee_filtering", label: "Employee filtering" },
    { id: "field_mapping", label: "Field mapping" },
    { id: "upstream_webhooks", label: "Upstream webhooks" },
  ],
  ATS: [
    { id: "automatic_source_writing", label: "Automatic Source Writing" },
    { id: "job_filtering", label: "Job filtering" },
    { id: "field_mapping", label: "Field mapping" },
    { id: "upstream_webhooks", label: "Upstream webhooks" },
  ],
  ASSESSMENT: [
    { id: "inline_assessment", label: "Inline assessment" },
    { id: "field_mapping", label: "Field mapping" },
  ],
  LMS: [
    { id: "user_filtering", label: "User filtering" },
    { id: "field_mapping", label: "Field mapping" },
  ],
} as const satisfies Record<Category, readonly CatalogueFeature[]>;
