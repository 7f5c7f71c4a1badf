/** The collections of AI Apply, by what they hold. */
export const collections = {
  careerSites: "ai-apply.career-sites",
  jobFeeds: "ai-apply.job-feeds",
  postings: "ai-apply.postings",
  applications: "ai-apply.applications",
  submissions: "ai-apply.submissions",
} as const;
