/** The payroll programs of DATEV. */
type DatevTargetSystem = "LODAS" | "LuG";

/** Which client of which consultant a file is for. */
export interface DatevClientNumbers {
  readonly consultant_number: number;
  readonly client_number: number;
  readonly target_system: DatevTargetSystem;
}

/**
 * An ASCII file for a payroll program with a line for each row. It names the client as the program wants it; the rows
 * are shaped alike for both programs, since what the vendor writes there is not published.
 */
export function datevFile(
  { consultant_number, client_number, target_system }: DatevClientNumbers,
  month: string,
  rows: readonly string[],
): string {
  const [year, number] = month.split("-");
  const head =
    target_system === "LODAS"
      ? [
          "[Allgemein]",
          "Ziel=LODAS",
          "Version_SST=1.0",
          `BeraterNr=${consultant_number}`,
          `MandantenNr=${client_number}`,
          "Datumsformat=JJJJ-MM-TT",
          "Feldtrennzeichen=;",
          "Zahlenkomma=,",
          "",
          "[Bewegungsdaten]",
        ]
      : [`${consultant_number};${client_number};${number}/${year}`];
  return `${[...head, ...rows].join("\r\n")}\r\n`;
}
