import { tools as catalogue, toolOf } from "@kombo-mock/factories";
import { choiceOf } from "../request/assumptions.ts";
import { KomboError } from "../request/kombo-error.ts";
import type { Machinery } from "../request/machinery.ts";
import type { Change } from "../state/change.ts";
import { announceCreated, announceFailedConnection } from "../state/lifecycle/announce.ts";
import { beginFirstSync } from "../state/lifecycle/first-sync.ts";
import { startSync } from "../state/lifecycle/syncs.ts";
import { own } from "../state/own.ts";
import type { ConnectLink } from "../state/root.ts";
import { assertDatapoints } from "./datapoints.ts";
import type { Input } from "./inputs.ts";
import { categoryOf, newIntegration } from "./new-integration.ts";
import { finishSetup } from "./setup-steps.ts";
import type { Connected } from "./vocabulary.ts";

interface FollowTools {
  readonly change: Change;
  readonly machinery: Machinery;
}

/** What the customer does behind a connect link: connect a tool, fail to, or close the window. */
export function followLink(token: string, choice: Input<"connect">, tools: FollowTools): Connected {
  const { change } = tools;
  const link = openLink(token, change);
  const { outcome = "connect" } = choice;
  if (outcome !== "connect") {
    if (outcome === "fail") announceFailedConnection(change, link, pickTool(link, choice.tool));
    mark(change, link, outcome === "fail" ? "failed" : "open");
    return { token: null, integration_id: link.integrationId };
  }
  const integrationId = outcomes[link.kind](link, choice, tools);
  const integration = existing({ ...link, integrationId }, change);
  assertDatapoints(integration, tools.machinery.seed, { "body.opted_out": choice.opted_out ?? [] });
  mark(change, { ...link, integrationId }, "connected");
  return { token: activate(integrationId, tools), integration_id: integrationId };
}

/** The link of a token, as long as it can be followed. A failed attempt may be made again. */
export function openLink(token: string, { root, now }: Pick<Change, "root" | "now">): ConnectLink {
  const link = own(root.links, token);
  const invalid = (text: string) =>
    new KomboError("PLATFORM.INPUT_INVALID", `${text} Make a new link with POST /connect/create-link.`);
  if (!link) throw invalid(`There is no connect link with the token "${token}".`);
  if (link.expiresAt <= now) throw invalid("The connect link has expired.");
  if (link.outcome === "connected") throw invalid("The connect link was used already.");
  return link;
}

const outcomes: Record<
  ConnectLink["kind"],
  (link: ConnectLink, choice: Input<"connect">, tools: FollowTools) => string
> = {
  create(link, choice, { change, machinery }) {
    const tool = pickTool(link, choice.tool);
    const category = categoryOf(toolOf(tool), link.category, "body.tool");
    const id = `${tool}:${change.newId("integration")}`;
    const integration = newIntegration(id, { tool, category }, change, machinery);
    change.putIntegration({
      ...integration,
      inputs: { ...integration.inputs, optedOut: choice.opted_out ?? [] },
      scoped: { ...integration.scoped, optedOut: choice.opted_out ?? [] },
      values: {
        ...integration.values,
        end_user: link.endUser,
        ...(link.scopeConfigId === null ? {} : { scope_config: { id: link.scopeConfigId } }),
        ...(link.setupSteps.length > 0 ? { setup_status: "INCOMPLETE" as const } : {}),
      },
      setupSteps: link.setupSteps,
      qaStatus: "PENDING",
    });
    announceCreated(change, existing({ ...link, integrationId: id }, change), machinery.seed);
    if (link.setupSteps.length === 0) beginFirstSync(change, id, machinery);
    return id;
  },
  relink(link, choice, tools) {
    const { id, inputs, values } = existing(link, tools.change);
    tools.change.patchIntegration(id, {
      failingSince: null,
      inputs: { ...inputs, optedOut: choice.opted_out ?? inputs.optedOut },
      values: {
        ...values,
        status: "ACTIVE",
        ...(link.scopeConfigId === null
          ? {}
          : { scope_config: { ...values.scope_config, id: link.scopeConfigId } }),
      },
    });
    // The steps of a setup come before the first sync.
    if (values.setup_status !== "INCOMPLETE") sync(id, tools);
    return id;
  },
  setup(link, _choice, { change, machinery }) {
    const integration = existing(link, change);
    finishSetup(change, integration, machinery);
    return integration.id;
  },
};

function existing(link: ConnectLink, { root }: Change) {
  const found = link.integrationId === null ? undefined : own(root.integrations, link.integrationId);
  if (found) return found;
  throw new KomboError(
    "PLATFORM.INTEGRATION_NOT_FOUND",
    `The integration "${link.integrationId}" was deleted.`,
  );
}

function pickTool(link: ConnectLink, picked: string | undefined): string {
  if (link.tool && picked && picked !== link.tool) {
    throw new KomboError(
      "PLATFORM.INPUT_INVALID",
      `body.tool: the link is for "${link.tool}" only, not for "${picked}".`,
    );
  }
  const tool = link.tool ?? picked ?? listTools(link)[0]?.id;
  if (tool) return tool;
  throw new KomboError(
    "PLATFORM.INPUT_INVALID",
    `body.tool: no tool of the catalogue has the category ${link.category}; name one.`,
  );
}

/** The tools that a link offers. */
export function listTools(link: Pick<ConnectLink, "category" | "tool">) {
  return catalogue.filter(({ id, categories }) =>
    link.tool ? id === link.tool : categories.includes(link.category),
  );
}

function sync(id: string, { change, machinery }: FollowTools): void {
  startSync(change, id, { type: "FULL", seconds: choiceOf(machinery.assume, "sync-seconds") });
}

function activate(integrationId: string, { change, machinery }: FollowTools): string {
  const token = change.newId("activation");
  const expiresAt = change.now + choiceOf(machinery.assume, "activation-token-minutes") * 60_000;
  change.set({ activations: { ...change.root.activations, [token]: { integrationId, expiresAt } } });
  return token;
}

function mark(change: Change, link: ConnectLink, outcome: ConnectLink["outcome"]): void {
  change.set({ links: { ...change.root.links, [link.token]: { ...link, outcome } } });
}
