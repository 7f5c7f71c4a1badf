import type { SkeletonRow } from "../worlds/skeleton.ts";

interface Place {
  /** The manager's id in the tool; null for who leads the company. */
  readonly manager: string | null;
  readonly groups: readonly string[];
  readonly location?: string;
  readonly legalEntity?: string;
}

/** What a row says about where an employee belongs. */
export function placed({ manager, groups, location, legalEntity }: Place) {
  return {
    relations: {
      manager_id: manager,
      work_location_id: location ?? null,
      legal_entity_id: legalEntity ?? null,
    },
    links: { group_links: groups.map((remoteId) => ({ remoteId })) },
  } satisfies Partial<SkeletonRow>;
}

const nowhere = placed({ manager: null, groups: [] });
const main = { location: "1001", legalEntity: "1001" };
const branch = { location: "1002", legalEntity: "1001" };
const remote = { location: "1003", legalEntity: "1002" };

/** The people of the small company, from who leads it to those who are gone. */
export const smallEmployees: readonly SkeletonRow[] = [
  {
    remoteId: "1001",
    cast: "chiefExecutive",
    traits: ["chiefExecutive"],
    ...placed({ manager: null, groups: [], ...main }),
  },
  {
    remoteId: "1002",
    cast: "manager",
    traits: ["executive"],
    ...placed({ manager: "1001", groups: ["1001", "1007"], ...main }),
  },
  { remoteId: "1003", traits: ["executive"], ...placed({ manager: "1001", groups: ["1002"], ...branch }) },
  { remoteId: "1004", traits: ["executive"], ...placed({ manager: "1001", groups: ["1003"], ...main }) },
  {
    remoteId: "1005",
    traits: ["lead", "longServing"],
    ...placed({ manager: "1002", groups: ["1001", "1004"], ...main }),
  },
  { remoteId: "1006", traits: ["senior"], ...placed({ manager: "1005", groups: ["1001", "1005"], ...main }) },
  {
    remoteId: "1007",
    cast: "chainOfFour",
    traits: ["junior"],
    ...placed({ manager: "1006", groups: ["1001", "1005"], ...main }),
  },
  {
    remoteId: "1008",
    cast: "employee",
    traits: ["complete"],
    ...placed({ manager: "1005", groups: ["1001", "1004"], ...main }),
  },
  {
    remoteId: "1009",
    cast: "withoutEmail",
    traits: ["withoutEmail"],
    ...placed({ manager: "1003", groups: ["1002"], ...branch }),
  },
  {
    remoteId: "1010",
    cast: "onLeave",
    traits: ["onLeave"],
    ...placed({ manager: "1003", groups: ["1002", "1006"], ...branch }),
  },
  {
    remoteId: "1011",
    cast: "leaver",
    traits: ["leaver"],
    ...placed({ manager: "1002", groups: ["1001"], ...main }),
  },
  {
    remoteId: "1012",
    cast: "newHire",
    traits: ["newHire"],
    ...placed({ manager: "1005", groups: ["1001", "1004"], ...main }),
  },
  {
    remoteId: "1013",
    cast: "partTimer",
    traits: ["partTimer"],
    ...placed({ manager: "1004", groups: ["1003"], ...main }),
  },
  {
    remoteId: "1014",
    cast: "contractor",
    traits: ["contractor"],
    ...placed({ manager: "1005", groups: ["1001"], ...remote }),
  },
  {
    remoteId: "1015",
    cast: "workingStudent",
    traits: ["workingStudent"],
    ...placed({ manager: "1006", groups: ["1001", "1005"], ...main }),
  },
  {
    remoteId: "1016",
    cast: "unmappedEmploymentType",
    traits: ["unmappedEmploymentType"],
    ...placed({ manager: "1003", groups: ["1002"], ...remote }),
  },
  {
    remoteId: "1017",
    cast: "umlautName",
    values: { first_name: "Jörg-Änne", last_name: "Größlmüller" },
    ...placed({ manager: "1004", groups: ["1003"], ...main }),
  },
  {
    remoteId: "1018",
    cast: "rightToLeftName",
    values: { first_name: "ليلى", last_name: "النخلاوي" },
    ...placed({ manager: "1003", groups: ["1002"], ...remote }),
  },
  {
    remoteId: "1019",
    cast: "deletedEmployee",
    traits: ["deleted"],
    ...placed({ manager: "1005", groups: ["1001"], ...main }),
  },
  { remoteId: "1020", cast: "erasedEmployee", bare: true, ...nowhere },
  { remoteId: "1021", cast: "bareEmployee", bare: true, ...nowhere },
  {
    remoteId: "1022",
    cast: "withSeveralEmployments",
    traits: ["senior", "longServing"],
    ...placed({ manager: "1004", groups: ["1003"], ...main }),
  },
  {
    remoteId: "1023",
    cast: "withSeveralGroups",
    ...placed({ manager: "1006", groups: ["1001", "1004", "1005", "1007", "1008"], ...main }),
  },
  {
    remoteId: "1024",
    traits: ["intern"],
    ...placed({ manager: "1003", groups: ["1002", "1006"], ...branch }),
  },
];
