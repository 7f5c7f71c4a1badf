import { atsApplications } from "./applications.collection.ts";
import { atsAttachments } from "./attachments.collection.ts";
import { atsCandidates } from "./candidates.collection.ts";
import { atsInterviews } from "./interviews.collection.ts";
import { atsNotes } from "./notes.collection.ts";
import { atsOffers } from "./offers.collection.ts";

/** Candidates, what they applied for, and what came of it. */
export const candidateCollections = [
  atsCandidates,
  atsApplications,
  atsInterviews,
  atsOffers,
  atsNotes,
  atsAttachments,
] as const;
