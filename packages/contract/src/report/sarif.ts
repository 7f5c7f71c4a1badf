import type { ReportItem, ReportView } from "./item.ts";

/** A report in SARIF 2.1.0, which code scanning reads. */
export function sarifReport({ name, items, passes }: ReportView): string {
  const rules = [...new Map(items.map((item) => [item.id, item])).values()];
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "kombo-contract",
            rules: rules.map(({ id, title, fix, level }) => ({
              id,
              shortDescription: { text: title },
              help: { text: fix },
              defaultConfiguration: { level },
            })),
          },
        },
        automationDetails: { id: `${name}/` },
        invocations: [{ executionSuccessful: true, exitCode: passes ? 0 : 1 }],
        results: items.map((item) =>
          result(
            item,
            rules.findIndex(({ id }) => id === item.id),
          ),
        ),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function result(
  { id, level, operation, location, message, count, source, waived }: ReportItem,
  ruleIndex: number,
) {
  const place = `${operation ?? "no operation"} ${location}`;
  return {
    ruleId: id,
    ruleIndex,
    level,
    message: { text: `${operation === null ? "" : `${operation}: `}${message}` },
    occurrenceCount: count,
    locations: [
      {
        ...(source === null ? {} : { physicalLocation: { artifactLocation: { uri: encodeURI(source) } } }),
        logicalLocations: [{ name: location, fullyQualifiedName: place, kind: "member" }],
      },
    ],
    partialFingerprints: { "komboContract/v1": `${id} ${place}` },
    ...(waived === null ? {} : { suppressions: [{ kind: "external", justification: waived }] }),
  };
}
