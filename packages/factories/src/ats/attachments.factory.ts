import { defineFactory, type Entity } from "../define-factory.ts";
import { instantBetween } from "../instants.ts";
import { type Country, personName } from "../people.ts";
import { daysAfter, midnight, someTimeAfter } from "./timeline.ts";

/** What an attachment is made from. */
export interface AtsAttachmentInputs {
  readonly country: Country;
  /** The world's date, `yyyy-MM-dd`. */
  readonly date: string;
  /** The attachment's id, which its address ends in; made up unless told. */
  readonly id: string | null;
  /** Whose it is; made up unless told. */
  readonly owner: string | null;
  /** When it was handed in; in the weeks before the date unless told. */
  readonly uploadedAt: string | null;
}

const inputs: AtsAttachmentInputs = {
  country: "DE",
  date: "2026-01-15",
  id: null,
  owner: null,
  uploadedAt: null,
};

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  png: "image/png",
} as const;

/** By country, what people call a CV and a cover letter when they save one. */
const documentNames = {
  DE: { CV: "Lebenslauf", COVER_LETTER: "Anschreiben", OTHER: "Zeugnis" },
  FR: { CV: "CV", COVER_LETTER: "Lettre de motivation", OTHER: "Diplôme" },
  GB: { CV: "CV", COVER_LETTER: "Cover letter", OTHER: "Certificate" },
  NL: { CV: "CV", COVER_LETTER: "Motivatiebrief", OTHER: "Diploma" },
  US: { CV: "Resume", COVER_LETTER: "Cover letter", OTHER: "Transcript" },
} as const satisfies Record<Country, Record<Entity<"AtsAttachmentType">, string>>;

/** Builds a candidate's CV unless told. */
export const atsAttachmentFactory = defineFactory("AtsCandidateAttachment")({
  inputs,
  fields: {
    id: ({ input, id }) => input.id ?? id(),
    remote_id: ({ integer }) => String(integer(1_000, 9_999)),
    type: (): Entity<"AtsAttachmentType"> => "CV",
    // A path: whoever hands it out knows the origin at which it is served.
    data_url: ({ get }) => `/_mock/files/${get("id")}`,
    file_name(context) {
      const { country, owner } = context.input;
      const { firstName, lastName } = personName(context.at("owner"), country);
      const document = documentNames[country][context.get("type")];
      const isScan = context.get("content_type") === types.png;
      const ending = isScan ? "png" : context.get("content_type") === types.docx ? "docx" : "pdf";
      return `${document} ${owner ?? `${firstName} ${lastName}`}.${ending}`;
    },
    content_type({ get, chance, pick }) {
      if (chance(0.75)) return types.pdf;
      return get("type") === "OTHER" ? pick([types.png, types.docx]) : types.docx;
    },
    remote_created_at(context) {
      const today = midnight(context.input.date);
      return context.input.uploadedAt ?? instantBetween(context, daysAfter(today, -90), today);
    },
    remote_updated_at(context) {
      const created = context.get("remote_created_at");
      return context.chance(0.9) ? created : someTimeAfter(context, created, context.input.date);
    },
    application_id: ({ id }) => id(),
    candidate_id: ({ id }) => id(),
  },
  traits: {
    coverLetter: { fields: { type: () => "COVER_LETTER" } },
    other: { fields: { type: () => "OTHER" } },
    ofCandidateOnly: { fields: { application_id: () => null } },
  },
});
