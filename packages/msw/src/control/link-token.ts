/** The token of a connect link; a bare token is one too. */
export function tokenOf(link: string): string {
  const token = link.split("/").at(-1)?.split("?")[0];
  if (!token) throw new Error(`"${link}" is no connect link.`);
  return decodeURIComponent(token);
}
