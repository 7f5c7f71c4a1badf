import type { Entity } from "@kombo-mock/factories";
import type { RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";

type Blocks = Entity<"AtsTrackedApplicationIds">;
type Tool = keyof Blocks;

/** Which application an import means, by the tool's ids. */
export interface TrackedIds {
  /** The block as it was sent, under its tool. */
  readonly imported: Blocks;
  readonly application: string;
  readonly candidate: string | undefined;
  readonly job: string | undefined;
  /** Whether it is the integration's own tool that is meant. */
  readonly isOwn: boolean;
}

const tools = [
  "erecruiter",
  "successfactors",
  "recruitee",
  "greenhouse",
  "onlyfy",
  "smartrecruiters",
  "greenhousev3",
] as const satisfies readonly Tool[];

/** Reads the block of the integration's tool; refuses a body without one, and as a rule one of another tool. */
export function trackedIds(context: RequestContext, body: Blocks): TrackedIds {
  const { tool } = context.integration.inputs;
  const own = tools.find((one) => one === tool);
  const sent = tools.filter((one) => body[one] !== undefined);
  const others = sent.filter((one) => one !== own);
  if (own && sent.includes(own)) {
    for (const other of others)
      context.warn(`body.${other} was ignored: "${context.integration.id}" is an integration of "${tool}".`);
    return idsOf(body, own, true);
  }
  const wanted = own
    ? `body needs the block "${own}", with the ids of the integration's tool`
    : `applications of "${tool}" cannot be imported; only those of ${tools.join(", ")} can`;
  const came = sent.length > 0 ? `has ${sent.map((one) => `"${one}"`).join(", ")}` : "has none of a tool";
  const [other] = sent;
  if (other && context.assume("tracked-application-of-another-tool") === "warning") {
    context.warn(`Nothing is imported: ${wanted}; the body ${came}.`);
    return idsOf(body, other, false);
  }
  throw new KomboError("PLATFORM.INPUT_INVALID", `${wanted}; the body ${came}.`);
}

function idsOf(body: Blocks, tool: Tool, isOwn: boolean): TrackedIds {
  // Which of the ids a block has follows from its tool and its `id_type`; the body was judged by that.
  const block = body[tool] as Readonly<Record<string, string | undefined>>;
  const { candidate_remote_id: candidate, job_remote_id: job } = block;
  const application =
    block["application_remote_id"] ??
    block["application_id"] ??
    block["placement_id"] ??
    `${candidate}-${job}`;
  return { imported: { [tool]: body[tool] }, application, candidate, job, isOwn };
}
