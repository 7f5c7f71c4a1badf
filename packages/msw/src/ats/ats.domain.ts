import { candidateCollections, jobCollections } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/ats";
import type { Domain } from "../domain.ts";
import {
  getAddApplicationAttachmentAction,
  getAddCandidateAttachmentAction,
  getCreateApplicationAction,
  getCreateCandidateAction,
} from "./actions.handlers.ts";
import { listApplicationStages } from "./application-stages.handlers.ts";
import {
  createApplication,
  listApplications,
  moveApplicationToStage,
  rejectApplication,
} from "./applications.handlers.ts";
import {
  addApplicationAttachment,
  addCandidateAttachment,
  listApplicationAttachments,
  listCandidateAttachments,
} from "./attachments.handlers.ts";
import { createCandidate, listCandidates } from "./candidates.handlers.ts";
import { createInterview, listInterviews, updateInterview } from "./interviews.handlers.ts";
import { listJobs } from "./jobs.handlers.ts";
import { addApplicationNote, listNotes } from "./notes.handlers.ts";
import { listOffers } from "./offers.handlers.ts";
import { listRejectionReasons } from "./rejection-reasons.handlers.ts";
import { resultLinks } from "./result-links.collection.ts";
import { addApplicationResultLink, addCandidateResultLink } from "./result-links.handlers.ts";
import { listRoles } from "./roles.handlers.ts";
import { addCandidateTag, listTags, removeCandidateTag } from "./tags.handlers.ts";
import { trackedApplications } from "./tracked-applications.collection.ts";
import { importTrackedApplication } from "./tracked-applications.handlers.ts";
import { listUsers } from "./users.handlers.ts";

/** Recruiting tools: jobs, those who apply for them, and what becomes of their applications. */
export const ats = {
  name: "ats",
  behaviours: [
    listJobs,
    listApplicationStages,
    listUsers,
    listRoles,
    listTags,
    listRejectionReasons,
    listCandidates,
    createCandidate,
    listApplications,
    createApplication,
    moveApplicationToStage,
    rejectApplication,
    importTrackedApplication,
    listInterviews,
    createInterview,
    updateInterview,
    listOffers,
    listNotes,
    addApplicationNote,
    addApplicationResultLink,
    addCandidateResultLink,
    addCandidateTag,
    removeCandidateTag,
    listApplicationAttachments,
    listCandidateAttachments,
    addApplicationAttachment,
    addCandidateAttachment,
    getCreateCandidateAction,
    getCreateApplicationAction,
    getAddApplicationAttachmentAction,
    getAddCandidateAttachmentAction,
  ],
  requestValidators,
  collections: [...jobCollections, ...candidateCollections, resultLinks, trackedApplications],
} satisfies Domain;
