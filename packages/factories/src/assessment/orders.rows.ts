import { instantBefore } from "../instants.ts";
import { serialIds } from "../worlds/layers.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";

const counts = { demo: 60, large: 2_000 };

/** The rows of the orders: in the small world one in each status and some more. */
export function orderRows(source: RowSource): readonly SkeletonRow[] {
  const packages = source.all("assessment.packages").map(({ remoteId }) => remoteId);
  const ordered = (row: SkeletonRow): SkeletonRow => ({
    ...row,
    relations: { package_id: source.choices(`orders/${row.remoteId}/package`).pick(packages) },
    // The document has no such field, but orders are filtered by it.
    values: { created_at: createdAt(row.remoteId, source), ...row.values },
  });
  if (packages.length === 0) return [];
  if (source.layer === "small") return small.map(ordered);
  if (source.layer === "edge") return edge.map(ordered);
  return serialIds(source.layer, counts).map((remoteId) => {
    const share = source.choices(`orders/${remoteId}/status`).integer(1, 100);
    const trait = statuses.find(({ upTo }) => share <= upTo)?.trait;
    return ordered(trait ? { remoteId, traits: [trait] } : { remoteId });
  });
}

const createdAt = (remoteId: string, { choices, date }: RowSource) =>
  instantBefore(choices(`orders/${remoteId}/created_at`), date, { minDays: 1, maxDays: 90 });

const statuses = [
  { upTo: 55, trait: "completed" },
  { upTo: 62, trait: "cancelled" },
  { upTo: 68, trait: "rejected" },
] as const;

const small: readonly SkeletonRow[] = [
  { remoteId: "1001", cast: "openOrder" },
  { remoteId: "1002", cast: "completedOrder", traits: ["completed"] },
  { remoteId: "1003", cast: "cancelledOrder", traits: ["cancelled"] },
  { remoteId: "1004", cast: "rejectedOrder", traits: ["rejected"] },
  { remoteId: "1005" },
  { remoteId: "1006" },
  { remoteId: "1007", traits: ["completed"] },
  { remoteId: "1008", traits: ["completed"] },
];

const nobody = { remote_id: null, email: null, first_name: null, last_name: null, hiring_team_roles: [] };

const edge: readonly SkeletonRow[] = [
  {
    remoteId: "30001",
    values: {
      candidate: { remote_id: null, first_name: null, last_name: null, phone: null },
      application: { remote_id: null },
      job: {
        remote_id: null,
        name: null,
        job_code: null,
        description: null,
        location: null,
        hiring_team: [nobody],
      },
    },
  },
  {
    remoteId: "30002",
    values: {
      candidate: { email: "moshe@mail.example.com", first_name: "משה", last_name: "عبد الرحمن 🦉" },
      job: { name: "Großküchenleiter (m/w/d)", hiring_team: [] },
    },
  },
  {
    remoteId: "30003",
    values: {
      candidate: { first_name: "", last_name: "Wolfeschlegelsteinhausen".repeat(10) },
      job: {
        description: `<p>${"Sehr ausführlich. ".repeat(600)}</p>`,
        location: {
          city: null,
          country: null,
          raw: null,
          state: null,
          street_1: null,
          street_2: null,
          zip_code: null,
        },
      },
    },
  },
  // The same person twice, once done.
  { remoteId: "30004", values: { candidate: namesake() } },
  { remoteId: "30005", traits: ["completed"], values: { candidate: namesake() } },
];

function namesake() {
  return {
    remote_id: "77",
    email: "anna.schmidt@mail.example.com",
    first_name: "Anna",
    last_name: "Schmidt",
  };
}
