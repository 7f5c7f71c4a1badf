import type { Entity } from "@kombo-mock/factories";

/** Which attachments a tool takes when an application is created; null where nothing is known. */
type Limits = Entity<"AtsCreateAttachmentRestrictions"> | null;
type Type = Entity<"AtsAttachmentType">;
type Rule = Entity<"AtsCreateAttachmentRule">;

const megabyte = 1_000_000;
const documents = [
  "application/pdf",
  "application/msword",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  "application/rtf",
  "text/plain",
];
const pictures = ["image/png", "image/jpeg"];

const taken = (rule: Partial<Entity<"AtsCreateAttachmentLimits">> = {}): Rule => ({
  is_supported: true,
  min_amount: 0,
  max_amount: null,
  max_file_size_bytes: 10 * megabyte,
  accepted_mime_types: documents,
  ...rule,
});
const refused: Rule = { is_supported: false };
const anything = taken({ accepted_mime_types: null });

const usual = (types: Partial<Record<Type, Rule>> = {}, total: number | null = 20 * megabyte): Limits => ({
  total_size_bytes: total,
  types: { CV: taken(), COVER_LETTER: taken({ max_amount: 1 }), OTHER: anything, ...types },
});

// A persona, like the tools' coverage: believable for the tool, but no statement of what it really takes.
const byTool: Readonly<Record<string, Limits>> = {
  lever: usual({ COVER_LETTER: refused }),
  smartrecruiters: usual({
    CV: taken({ max_amount: 1 }),
    OTHER: taken({ max_amount: 8, accepted_mime_types: [...documents, ...pictures] }),
  }),
  workable: usual({ CV: taken({ min_amount: 1, max_amount: 1, max_file_size_bytes: 12 * megabyte }) }),
  jazzhr: usual({ OTHER: refused }, 10 * megabyte),
  bamboohr: usual({ OTHER: refused }),
  successfactors: usual({
    CV: taken({
      max_amount: 1,
      max_file_size_bytes: 5 * megabyte,
      accepted_mime_types: documents.slice(0, 3),
    }),
  }),
  onlyfy: usual({}, null),
  teamtailor: null,
};

/** What a tool takes along with a new application. */
export function createLimitsOf(tool: string): Limits {
  return Object.hasOwn(byTool, tool) ? (byTool[tool] ?? null) : usual();
}

/** What a tool takes when one attachment is added later: the same, without numbers and sums. */
export function addLimitsOf(tool: string): Entity<"AtsAttachmentRestrictions"> | null {
  const limits = createLimitsOf(tool);
  if (!limits) return null;
  const { CV, COVER_LETTER, OTHER } = limits.types;
  return { types: { CV: single(CV), COVER_LETTER: single(COVER_LETTER), OTHER: single(OTHER) } };
}

function single(rule: Rule): Entity<"AtsAttachmentRule"> {
  if (!rule.is_supported) return rule;
  const { is_supported, max_file_size_bytes, accepted_mime_types } = rule;
  return { is_supported, max_file_size_bytes, accepted_mime_types };
}
