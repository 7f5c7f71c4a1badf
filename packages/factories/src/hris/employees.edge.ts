import type { SkeletonRow } from "../worlds/skeleton.ts";
import { placed } from "./employees.rows.ts";
import { erasedStamps } from "./record-instants.ts";

const inSales = placed({ manager: "1003", groups: ["1002"], location: "1001", legalEntity: "1001" });
const sameName = { first_name: "Anna-Sophie", last_name: "Freifrau von Müßig-Übelacker zu Großböhla" };

/** People whose data breaks what was only tried with plain data. */
export function edgeEmployees(date: string): readonly SkeletonRow[] {
  return [
    { remoteId: "30001", bare: true, ...placed({ manager: null, groups: [] }) },
    { remoteId: "30002", traits: ["unmapped"], ...inSales },
    { remoteId: "30003", values: sameName, ...inSales },
    { remoteId: "30004", values: { first_name: "נֹעָה", last_name: "בן־שחר" }, ...inSales },
    {
      remoteId: "30005",
      values: { first_name: "Zoë 🦊", last_name: "O’Brien-Łukasiewicz 👩🏽‍💻" },
      ...inSales,
    },
    {
      remoteId: "30006",
      values: {
        first_name: "Maximiliane ".repeat(20).trim(),
        job_title: `Senior ${"Principal ".repeat(60)}Engineer`,
      },
      traits: ["withoutPrivateData"],
      ...inSales,
    },
    { remoteId: "30007", traits: ["deleted"], ...inSales },
    { remoteId: "30008", bare: true, values: erasedStamps(date), ...placed({ manager: null, groups: [] }) },
    // Nobody is above: for some tools a chain of managers ends before it reaches who leads the company.
    {
      remoteId: "30009",
      traits: ["lead", "withoutManager"],
      ...placed({ manager: null, groups: ["1002"], location: "30002", legalEntity: "30001" }),
    },
    {
      remoteId: "30010",
      values: {
        date_of_birth: "1944-02-29T00:00:00.000Z",
        start_date: "1969-12-31T00:00:00.000Z",
        weekly_hours: 0,
      },
      ...placed({ manager: "30009", groups: ["30001", "30003"], location: "30001" }),
    },
    {
      remoteId: "30011",
      values: {
        termination_date: "9999-12-31T00:00:00.000Z",
        weekly_hours: 37.333333,
        bank_accounts: [],
        nationality: "stateless / staatenlos",
        mobile_phone_number: "0000",
      },
      ...placed({ manager: "30010", groups: ["1005"], location: "1003", legalEntity: "1002" }),
    },
    { remoteId: "30012", values: sameName, ...inSales },
  ];
}
