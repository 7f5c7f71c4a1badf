import { drawIcon } from "@kombo-mock/factories";
import type { Environment } from "../state/environment.ts";
import { listTools, openLink } from "./follow-link.ts";
import type { Connected } from "./vocabulary.ts";

/** The page behind a connect link: pick a tool, then connect, fail or close. Works without scripts. */
export function connectPage(environment: Environment, token: string, action: string): string {
  const link = openLink(token, environment);
  const tools = listTools(link);
  const choices = tools.map(
    (
      { id, label, color },
      index,
    ) => `<label><input type="radio" name="tool" value="${escapeHtml(id)}"${index === 0 ? " checked" : ""}>
<img src="${drawIcon(label, color)}" alt="" width="24" height="24"> ${escapeHtml(label)}</label>`,
  );
  const picked =
    link.tool && tools.length === 0 ? `<p>Tool: <strong>${escapeHtml(link.tool)}</strong></p>` : "";
  return page(
    headings[link.kind],
    `<p>${escapeHtml(link.endUser.organization_name)} · ${link.category}</p>
<form method="post" action="${escapeHtml(action)}">
<fieldset><legend>Tool</legend>${picked}${choices.join("\n")}</fieldset>
<p><button name="outcome" value="connect">Connect</button>
<button name="outcome" value="fail">Fail</button>
<button name="outcome" value="close">Close</button></p>
</form>`,
  );
}

const headings = {
  create: "Connect a tool",
  relink: "Reconnect the tool",
  setup: "Finish the setup",
} as const;

/** The page after a choice was made; a page that embeds it gets the token by `postMessage`. */
export function connectDonePage({ token, integration_id }: Connected): string {
  const text = token
    ? `<p>Connected: <code>${escapeHtml(integration_id ?? "")}</code></p><p>Activation token: <code id="token">${escapeHtml(token)}</code></p>`
    : "<p>Not connected. The link can be opened again.</p>";
  const message = JSON.stringify({ type: "kombo-mock:connect", token, integration_id }).replaceAll(
    "<",
    "\\u003c",
  );
  return page(
    token ? "Connected" : "Not connected",
    `${text}<script>(window.opener ?? window.parent)?.postMessage(${message}, "*");</script>`,
  );
}

function page(title: string, content: string): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title} · Kombo Mock</title>
<style>
body { font: 16px/1.5 system-ui, sans-serif; max-width: 32rem; margin: 3rem auto; padding: 0 1rem; color: #1f2933; }
fieldset { border: 1px solid #cbd2d9; border-radius: 8px; max-height: 20rem; overflow: auto; }
label { display: flex; gap: .5rem; align-items: center; padding: .25rem; }
button { font: inherit; padding: .4rem 1rem; }
small { color: #616e7c; }
</style>
<h1>${title}</h1>
${content}
<p><small>Kombo Mock, a local stand-in. Nothing here reaches a real tool.</small></p>
</html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
}
