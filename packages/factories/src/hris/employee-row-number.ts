/** The number at the end of an id that `<employee>-<number>` makes, up to 8; null where an id has another form. */
export function numberIn(remoteId: string, employee: string): number | null {
  const number = remoteId.startsWith(`${employee}-`) ? remoteId.slice(employee.length + 1) : "";
  return /^[1-8]$/.test(number) ? Number(number) : null;
}
