import { type Entity, integrationDetailsFactory } from "@kombo-mock/factories";
import { announceMoves } from "../../ai-apply/announce.ts";
import type { Change, Commit } from "../change.ts";
import { isoString } from "../clock.ts";
import { commit } from "../commit.ts";
import { own } from "../own.ts";
import type { Partitions } from "../partition.ts";
import type { ConnectLink, IntegrationState, Root } from "../root.ts";
import { reportAll } from "./report-models.ts";

/** What of an integration's state is announced when it moves. */
interface ShownState {
  readonly state: "ACTIVE" | "INVALID" | "INACTIVE";
  readonly setup_status: "INCOMPLETE" | "FINAL_SYNC_PENDING" | "COMPLETED";
  readonly qa_status: IntegrationState["qaStatus"];
}

/** The state of an integration as webhooks tell it. */
function shownState({ values, qaStatus }: IntegrationState): ShownState {
  const { status = "ACTIVE", setup_status = "COMPLETED" } = values;
  return { state: status, setup_status, qa_status: qaStatus };
}

/** Whether an integration's data can be read, as far as its setup and first sync are concerned. */
export function isSetUp(integration: IntegrationState): boolean {
  const { setup_status, qa_status } = shownState(integration);
  return setup_status === "COMPLETED" && qa_status === "PASSED";
}

/**
 * A commit that also announces, once for each integration, that its state moved. When data becomes readable with it,
 * every model with records counts as changed.
 */
export function announcedCommit<Result>(
  before: Root,
  partitions: Partitions,
  run: (change: Change) => Result,
): Commit<Result> {
  return commit(before, partitions, (change) => {
    const result = run(change);
    announceMoves(change, before.aiApply, partitions);
    const after = change.root.integrations;
    if (after === before.integrations) return result;
    for (const [id, now] of Object.entries(after)) {
      const then = own(before.integrations, id);
      if (then === now) continue;
      if (then) announceMove(change, { then, now, seed: partitions.of(now).inputs.seed });
      if (then && !isSetUp(then) && isSetUp(now)) reportAll(change, now, partitions);
    }
    return result;
  });
}

function announceMove(
  change: Change,
  {
    then,
    now,
    seed,
  }: { readonly then: IntegrationState; readonly now: IntegrationState; readonly seed: number },
): void {
  const [before, after] = [shownState(then), shownState(now)];
  const keys = ["state", "setup_status", "qa_status"] as const;
  if (keys.every((key) => before[key] === after[key])) return;
  change.emit("integration-state-changed", now.id, {
    ...{ integration_tool: now.inputs.tool, integration_id: now.id },
    ...{ integration_category: now.inputs.category, end_user: endUserOf(now, seed) },
    ...{ qa_status: after.qa_status, setup_status: after.setup_status, state: after.state },
    updated_at: isoString(change.now),
  });
}

/** Announces an integration that a customer connected. */
export function announceCreated(change: Change, integration: IntegrationState, seed: number): void {
  change.emit("integration-created", integration.id, identityOf(integration, seed));
}

/** Announces that an integration is no more. */
export function announceDeleted(change: Change, integration: IntegrationState, seed: number): void {
  const deleted = { ...identityOf(integration, seed), deleted_at: isoString(change.now) };
  change.emit("integration-deleted", integration.id, deleted);
}

/** Announces that a customer tried to connect a tool and did not succeed. */
export function announceFailedConnection(change: Change, link: ConnectLink, tool: string): void {
  change.emit("connection-flow-failed", link.integrationId, {
    ...{ integration_tool: tool, integration_category: link.category, end_user: link.endUser },
    log_url: `/_mock/connect/${link.token}`,
  });
}

/** In these two events the names lack what the others put before them. */
function identityOf(integration: IntegrationState, seed: number) {
  const { id, inputs } = integration;
  return { id, tool: inputs.tool, category: inputs.category, end_user: endUserOf(integration, seed) };
}

const endUsers = new WeakMap<IntegrationState, Entity<"EndUser">>();

/** Who an integration belongs to, without making the rest of its details; made once for each state that it has. */
export function endUserOf(integration: IntegrationState, seed: number): Entity<"EndUser"> {
  const known = endUsers.get(integration);
  if (known) return known;
  const { id, inputs, values } = integration;
  const factory = integrationDetailsFactory.seed(seed).key(id).input(inputs).with({ id }, values);
  const made = factory.buildField("end_user");
  endUsers.set(integration, made);
  return made;
}
