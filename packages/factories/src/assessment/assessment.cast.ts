/** The records of the assessment domain that have a name in the small world. */
export const assessmentCast = {
  behavioralPackage: { collection: "assessment.packages", description: "A package with a personality test." },
  packageWithoutType: {
    collection: "assessment.packages",
    description: "A package of which the tool does not know what kind of check it is.",
  },
  openOrder: { collection: "assessment.orders", description: "An order that waits for its result." },
  completedOrder: { collection: "assessment.orders", description: "An order whose result was delivered." },
  cancelledOrder: { collection: "assessment.orders", description: "An order that was called off." },
  rejectedOrder: {
    collection: "assessment.orders",
    description: "An order that the provider did not accept.",
  },
} as const;
