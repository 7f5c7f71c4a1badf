import { type Rows, rowsOfEach } from "../worlds/growing-rows.ts";
import type { RowSource, SkeletonRow } from "../worlds/skeleton.ts";
import { erasedRow } from "./erased-row.ts";
import { isPresent, rowWithId, stagesOf } from "./row-lookup.ts";

/** The rows of the offers, each named after its application. Whoever is hired has accepted one. */
export function offerRows(source: RowSource): Rows {
  if (source.layer === "edge") return edge(source);
  return rowsOfEach(source.eachAdded("ats.applications"), (application) =>
    isPresent(application) ? offersOf(application, source) : [],
  );
}

const offer = (applicationId: string, traits: readonly string[], number = 1): SkeletonRow => ({
  remoteId: `${applicationId}-${number}`,
  relations: { application_id: applicationId },
  traits,
});

const small: Readonly<Record<string, readonly SkeletonRow[]>> = {
  "1003-1": [offer("1003-1", ["declined"])],
  "1004-1": [{ ...offer("1004-1", ["draft"]), cast: "draftOffer" }],
  "1011-1": [{ ...offer("1011-1", []), cast: "sentOffer" }],
  "1012-1": [{ ...offer("1012-1", ["accepted"]), cast: "acceptedOffer" }],
  "1015-1": [offer("1015-1", ["abandoned"]), offer("1015-1", ["accepted"], 2)],
};

const underWay = [[], ["draft"], ["approved"]] as const;

function offersOf(application: SkeletonRow, source: RowSource): readonly SkeletonRow[] {
  const { remoteId, relations, traits = [] } = application;
  if (source.layer === "small") return small[remoteId] ?? [];
  const decide = source.choices(`offers/${remoteId}`);
  if (traits.includes("hired")) {
    const accepted = offer(remoteId, ["accepted"], 2);
    return decide.at("improved").chance(0.1)
      ? [offer(remoteId, ["abandoned"]), accepted]
      : [offer(remoteId, ["accepted"])];
  }
  const stages = stagesOf(rowWithId(source.all("ats.jobs"), relations?.["job_id"] ?? ""));
  if (stages.length < 2 || relations?.["current_stage_id"] !== stages.at(-2)) return [];
  if (!traits.includes("rejected")) return [offer(remoteId, decide.at("status").pick(underWay))];
  return decide.at("turned-down").chance(0.5) ? [offer(remoteId, ["declined"])] : [];
}

function edge(source: RowSource): readonly SkeletonRow[] {
  return [
    { remoteId: "30001-1-1", bare: true, values: { remote_id: null } },
    offer("30002-1", ["deleted"]),
    { ...erasedRow("ats.offers", "30003-1-1", source), relations: { application_id: "30003-1" } },
    { ...offer("30005-1", ["withoutStatus"]), values: { employment_start_date: "2096-02-29T00:00:00.000Z" } },
    { ...offer("30006-1", ["approved"]), values: { employment_start_date: "1970-01-01T00:00:00.000Z" } },
    // Three at once, one of them accepted although the application was rejected.
    ...["draft", "declined", "accepted"].map((trait, index) => offer("30007-1", [trait], index + 1)),
  ];
}
