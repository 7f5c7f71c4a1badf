import { plural, type ReportItem, type ReportView } from "./item.ts";
import { escapeMarkup } from "./markup.ts";

const style = `
  body { font: 15px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; color: #1d1d1f; background: #fff; }
  article { border-left: 4px solid #888; padding: .2rem 1rem; margin: 1rem 0; background: #f6f6f7; }
  article.error { border-color: #c5221f; } article.warning { border-color: #b06000; } article.note { border-color: #1a73e8; }
  article.waived { opacity: .6; } h2 { font-size: 1rem; margin: .4rem 0; } code { overflow-wrap: anywhere; } pre { white-space: pre-wrap; } li { color: #555; }
  @media (prefers-color-scheme: dark) { body { color: #eee; background: #161618; } article { background: #232326; } li { color: #aaa; } }
`;

/** A report as a page of its own: no script, nothing loaded, nothing but text in it. */
export function htmlReport({
  name,
  items,
  operations,
  remarks,
  summary,
  passes,
  sections = [],
}: ReportView): string {
  return [
    "<!doctype html>",
    '<html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">",
    `<title>${escapeMarkup(name)}: ${passes ? "passed" : "failed"}</title><style>${style}</style></head><body>`,
    `<h1>${escapeMarkup(name)}: ${passes ? "passed" : "failed"}</h1>`,
    `<p>${escapeMarkup(summary)}</p>`,
    ...remarks.map((one) => `<p>${escapeMarkup(one)}</p>`),
    ...items.map(article),
    `<h2>${plural(operations.length, "operation")}</h2><ul>`,
    ...operations.map((one) => `<li><code>${escapeMarkup(one)}</code></li>`),
    "</ul>",
    ...sections.flatMap(({ title, lines }) => [
      `<h2>${escapeMarkup(title)}</h2>`,
      `<pre>${escapeMarkup(lines.join("\n"))}</pre>`,
    ]),
    "</body></html>",
    "",
  ].join("\n");
}

function article({
  level,
  id,
  title,
  operation,
  location,
  message,
  count,
  details,
  fix,
  waived,
}: ReportItem): string {
  const lines = [...details, `to do: ${fix}`, ...(waived === null ? [] : [`waived: ${waived}`])];
  return [
    `<article class="${level}${waived === null ? "" : " waived"}">`,
    `<h2>${escapeMarkup(level)} ${escapeMarkup(id)}: ${escapeMarkup(title)}${count > 1 ? ` (${plural(count, "time")})` : ""}</h2>`,
    `<p><code>${escapeMarkup(operation ?? "")}</code> <code>${escapeMarkup(location)}</code></p>`,
    `<p>${escapeMarkup(message)}</p>`,
    `<ul>${lines.map((one) => `<li>${escapeMarkup(one)}</li>`).join("")}</ul>`,
    "</article>",
  ].join("\n");
}
