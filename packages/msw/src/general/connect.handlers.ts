import { toolOf } from "@kombo-mock/factories";
import type { SetupStep } from "@kombo-mock/factories/worlds";
import { action } from "../request/behaviours.ts";
import type { Context, RequestContext } from "../request/context.ts";
import { KomboError } from "../request/kombo-error.ts";
import { own } from "../state/own.ts";
import { detailsOf } from "../state/partition.ts";
import { createLink } from "./links.ts";

/** A link by which a customer connects a tool; what is in it shows in the integration later. */
export const createConnectLink = action("POST /connect/create-link", (context) => {
  const { body } = context;
  const category = body.integration_category ?? "HRIS";
  const tool = body.integration_tool ?? null;
  refuseConflicts(body, category);
  const setupSteps: SetupStep[] = [
    ...(body.enable_filtering ? ["filtering" as const] : []),
    ...(body.enable_field_mapping ? ["field-mapping" as const] : []),
  ];
  return createLink(context, {
    ...{ kind: "create", integrationId: null, category, tool, setupSteps },
    endUser: {
      organization_name: body.end_user_organization_name,
      creator_email: sendableEmail(body.end_user_email),
      origin_id: body.end_user_origin_id ?? null,
    },
    scopeConfigId: body.scope_config_id ?? null,
    language: body.language ?? "en",
    linkType: body.link_type ?? "EMBEDDED",
  });
});

/** Redeems the token that the connect window gave to the page. */
export const getIntegrationByToken = action("GET /connect/integration-by-token/{token}", (context) =>
  redeem(context, context.path.token, "path.token"),
);

/** The same under its deprecated name, with the token in the body. */
export const activateIntegration = action("POST /connect/activate-integration", (context) =>
  redeem(context, context.body.token, "body.token"),
);

function redeem({ change, now, seed, assume }: RequestContext, token: string, location: string) {
  const minutes = assume("activation-token-minutes");
  const activation = own(change.root.activations, token);
  const invalid = (text: string) =>
    new KomboError("PLATFORM.INPUT_INVALID", text, { assumes: "activation-token-minutes" });
  if (!activation) {
    throw invalid(
      `${location}: "${token}" is no activation token. The connect window gives one; without a browser POST /_mock/connect/{token of the link} does.`,
    );
  }
  if (activation.expiresAt <= now)
    throw invalid(`${location} has expired; an activation token is good for ${minutes} minutes.`);
  const integration = own(change.root.integrations, activation.integrationId);
  if (!integration) throw invalid(`${location} stands for "${activation.integrationId}", which was deleted.`);
  const { tool, id, end_user, setup_status } = detailsOf(integration, seed);
  return {
    tool: tool.id,
    id,
    end_user_origin_id: end_user.origin_id,
    end_user_organization_name: end_user.organization_name,
    end_user_email: end_user.creator_email,
    setup_status,
  };
}

function refuseConflicts(body: Context<"POST /connect/create-link">["body"], category: string): void {
  const refuse = (text: string): never => {
    throw new KomboError("PLATFORM.INPUT_INVALID", text);
  };
  if (body.remote_environment && !body.integration_tool) {
    refuse("body.remote_environment goes only with integration_tool, which is missing.");
  }
  if (body.enable_filtering && category !== "HRIS") {
    refuse(`body.enable_filtering is for HRIS only, and body.integration_category is "${category}".`);
  }
  if (!body.integration_tool) return;
  const { categories, id } = toolOf(body.integration_tool);
  if (!categories.some((one) => one === category)) {
    refuse(
      `body.integration_tool: "${id}" is not of the category ${category}, but of ${categories.join(", ")}. Set integration_category.`,
    );
  }
}

const sendable = /^(?!\.)(?!.*\.\.)([\w'+-.]*)[\w+-]@([\da-z][\da-z-]*\.)+[a-z]{2,}$/;

/** Answers hold an address in this form only; one that does not fit is answered as null. */
function sendableEmail(email: string): string | null {
  return sendable.test(email) ? email : null;
}
