/** Candidates and what belongs to them that have a name in the small world. */
export const candidateCast = {
  candidate: {
    collection: "ats.candidates",
    description: "A candidate with all fields set, a tag, an application and documents.",
  },
  candidateWithoutEmail: {
    collection: "ats.candidates",
    description: "A candidate without any e-mail address.",
  },
  candidateWithSeveralApplications: {
    collection: "ats.candidates",
    description: "A candidate who applied to three jobs and was rejected for two.",
  },
  candidateWithTags: { collection: "ats.candidates", description: "A candidate who bears three tags." },
  umlautCandidate: {
    collection: "ats.candidates",
    description: "A candidate whose name has umlauts and a sharp s.",
  },
  rightToLeftCandidate: { collection: "ats.candidates", description: "A candidate with a name in Arabic." },
  deletedCandidate: {
    collection: "ats.candidates",
    description: "A candidate who was deleted in the last days, with the application.",
  },
  erasedCandidate: {
    collection: "ats.candidates",
    description: "A candidate who was deleted weeks ago and of whom only ids and stamps are left.",
  },
  confidentialCandidate: {
    collection: "ats.candidates",
    description: "A candidate whom only some users of the tool may see.",
  },
  pendingApplication: {
    collection: "ats.applications",
    description: "An application in the second stage of the open job.",
  },
  applicationInLastStage: {
    collection: "ats.applications",
    description: "An application in the last stage of the open job whose outcome is still pending.",
  },
  hiredApplication: {
    collection: "ats.applications",
    description: "An application whose candidate was hired.",
  },
  rejectedApplication: {
    collection: "ats.applications",
    description: "An application that was rejected, with a reason.",
  },
  applicationWithoutStage: {
    collection: "ats.applications",
    description: "An application of which the tool does not tell the stage.",
  },
  applicationWithAnswers: {
    collection: "ats.applications",
    description: "An application with answers to questions of every kind.",
  },
  upcomingInterview: { collection: "ats.interviews", description: "An interview that is still to come." },
  canceledInterview: { collection: "ats.interviews", description: "An interview that was called off." },
  acceptedOffer: { collection: "ats.offers", description: "The offer that the hired candidate accepted." },
  sentOffer: { collection: "ats.offers", description: "An offer that the candidate has not answered yet." },
  draftOffer: { collection: "ats.offers", description: "An offer that is being prepared." },
  note: { collection: "ats.notes", description: "A note on the pending application." },
  privateNote: { collection: "ats.notes", description: "A note that only some users of the tool can see." },
  noteWithoutAuthor: { collection: "ats.notes", description: "A note whose author the tool does not tell." },
  cv: { collection: "ats.attachments", description: "The CV that the complete candidate handed in." },
} as const;
