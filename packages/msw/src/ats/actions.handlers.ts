import { action } from "../request/behaviours.ts";
import { addLimitsOf, createLimitsOf } from "./attachments.limits.ts";

/** Which attachments the tool takes along with a new candidate. */
export const getCreateCandidateAction = action(
  "GET /ats/actions/ats_create_candidate",
  ({ integration }) => ({
    attachment_restrictions: createLimitsOf(integration.inputs.tool),
  }),
);

/** Which attachments the tool takes along with a new application. */
export const getCreateApplicationAction = action(
  "GET /ats/actions/ats_create_application",
  ({ integration }) => ({
    attachment_restrictions: createLimitsOf(integration.inputs.tool),
  }),
);

/** Which attachments the tool takes for an application that there is. */
export const getAddApplicationAttachmentAction = action(
  "GET /ats/actions/ats_add_application_attachment",
  ({ integration }) => ({ attachment_restrictions: addLimitsOf(integration.inputs.tool) }),
);

/** Which attachments the tool takes for a candidate who is known. */
export const getAddCandidateAttachmentAction = action(
  "GET /ats/actions/ats_add_candidate_attachment",
  ({ integration }) => ({ attachment_restrictions: addLimitsOf(integration.inputs.tool) }),
);
