const posting = (description: string) => ({ collection: "ai-apply.postings", description }) as const;
const application = (description: string) => ({ collection: "ai-apply.applications", description }) as const;

/** The records of the small world's AI Apply that tests ask for by name. */
export const aiApplyCast = {
  careerSite: { collection: "ai-apply.career-sites", description: "A career site with several postings." },
  jobFeed: { collection: "ai-apply.job-feeds", description: "A job feed that was imported some weeks ago." },
  applyablePosting: posting("A posting that can be applied to: APPLYABLE."),
  pendingPosting: posting("A posting whose form is still to be read: PENDING, until somebody changes it."),
  unavailablePosting: posting("A posting whose form could not be read: UNAVAILABLE."),
  offlinePosting: posting("A posting that the employer removed: ARCHIVED, JOB_POSTING_TAKEN_OFFLINE."),
  archivedPosting: posting("A posting that was archived by hand: ARCHIVED, MANUAL_ARCHIVE."),
  postingRemovedFromFeed: posting("A posting that its feed lost: ARCHIVED, REMOVED_FROM_JOB_FEED."),
  postingOfFeed: posting("A posting of the job feed that can be applied to."),
  submittedApplication: application("An application that reached the career site: SUBMITTED."),
  waitingApplication: application("An application that waits: PENDING, until somebody changes it."),
  failedApplication: application("An application that could not be submitted: FAILED."),
  duplicateApplication: application("A second application of one candidate to one posting: DUPLICATE."),
} as const;
