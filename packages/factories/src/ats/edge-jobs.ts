import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { unusualTeam } from "./hiring-team.ts";
import { edgeJobIds } from "./jobs.rows.ts";
import { edgeQuestions } from "./questions.rows.ts";

/** Jobs that naive programs stumble over. */
export function edgeJobs(
  source: RowSource,
  linked: (row: SkeletonRow) => SkeletonRow,
): readonly SkeletonRow[] {
  const unusual = linked({ remoteId: edgeJobIds.unusual, values: unusualValues });
  return [
    // Of the bare job only the stages are known.
    bareWithStages(linked({ remoteId: edgeJobIds.bare, bare: true })),
    linked({ remoteId: edgeJobIds.unmapped, traits: ["unmapped"] }),
    {
      ...unusual,
      links: {
        ...unusual.links,
        question_links: [...edgeQuestions, "1015"].map((remoteId) => ({ remoteId })),
        hiring_team_links: unusualTeam,
      },
    },
    linked({ remoteId: edgeJobIds.deleted, traits: ["deleted"] }),
    erasedRow("ats.jobs", edgeJobIds.erased, source),
    linked({
      remoteId: edgeJobIds.namesake,
      values: {
        name: unusualValues.name,
        job_code: unusualValues.job_code,
        closed_at: "9999-12-31T00:00:00.000Z",
      },
    }),
  ];
}

function bareWithStages({ relations: _, links, ...row }: SkeletonRow): SkeletonRow {
  return {
    ...row,
    links: { stage_links: links?.["stage_links"] ?? [], question_links: [], hiring_team_links: [] },
  };
}

const unusualValues = {
  name: "Küchenhilfe (m/w/d) 👩‍🍳 مساعد طباخ / עוזר טבח",
  job_code: "A/B & C#1 – 50 %",
  description: `<p>${"A very long text that says little. ".repeat(600)}</p>`,
  department: "Küche & Gäste <Nord>",
  weekly_hours: 0.5,
  salary_amount: null,
  salary_amount_from: 0,
  salary_amount_to: 9_999_999_999.99,
  salary_currency: "VND",
  salary_period: "DAY",
  location: {
    city: "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
    country: null,
    raw: "שדרות רוטשילד 1, תל אביב",
  },
  opened_at: "2000-02-29T23:59:59.999Z",
  remote_created_at: "1970-01-01T00:00:00.000Z",
} as const;
