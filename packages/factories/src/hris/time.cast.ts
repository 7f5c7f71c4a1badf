/** The small world's records of employees' time and talent that people test, by name. */
export const timeCast = {
  vacation: { collection: "hris.absence-types", description: "Holidays, in days and half days." },
  sickLeave: { collection: "hris.absence-types", description: "Illness, in whole days." },
  timeInLieu: {
    collection: "hris.absence-types",
    description: "Overtime taken off, in hours with exact times.",
  },
  absenceTypeWithoutUnit: {
    collection: "hris.absence-types",
    description: "An absence type of which the tool does not say what it is counted in.",
  },
  approvedAbsence: { collection: "hris.absences", description: "A past holiday that was approved." },
  requestedAbsence: {
    collection: "hris.absences",
    description: "A coming holiday that waits for an answer.",
  },
  declinedAbsence: { collection: "hris.absences", description: "A holiday that was refused." },
  halfDayAbsence: { collection: "hris.absences", description: "A holiday from midday on." },
  absenceInHours: { collection: "hris.absences", description: "An absence with a start and an end time." },
  runningAbsence: {
    collection: "hris.absences",
    description: "The parental leave that `onLeave` is on, begun before the world's date and lasting beyond.",
  },
  unmappedAbsenceStatus: {
    collection: "hris.absences",
    description: "An absence whose status is the tool's own word.",
  },
  deletedAbsence: { collection: "hris.absences", description: "An absence that a sync found missing." },
  balance: {
    collection: "hris.time-off-balances",
    description: "What `employee` has left of the year's holidays.",
  },
  exhaustedBalance: {
    collection: "hris.time-off-balances",
    description: "Holidays of which nothing is left.",
  },
  approvedTimesheet: { collection: "hris.timesheets", description: "A shift that was approved." },
  openTimesheet: { collection: "hris.timesheets", description: "A shift that has not ended yet." },
  timesheetWithBreaks: { collection: "hris.timesheets", description: "A shift with its breaks, one by one." },
  documentCategory: {
    collection: "hris.employee-document-categories",
    description: "A category into which documents can be put.",
  },
  reviewCycle: {
    collection: "hris.performance-review-cycles",
    description: "The round of reviews that ended last.",
  },
  reviewByManager: {
    collection: "hris.performance-reviews",
    description: "What the manager said about `employee`.",
  },
  reviewWithoutReviewer: {
    collection: "hris.performance-reviews",
    description: "A review whose author is not known.",
  },
  skill: { collection: "hris.skills", description: "A skill without levels." },
  skillWithLevels: { collection: "hris.skills", description: "A skill that is graded by four levels." },
  openRequisition: {
    collection: "hris.staffing-entities",
    description: "A requisition for which people can be hired, made from nothing else.",
  },
  closedPosition: {
    collection: "hris.staffing-entities",
    description: "A position for which nobody is hired.",
  },
  frozenJobPosition: {
    collection: "hris.staffing-entities",
    description: "A job for which hiring is stopped.",
  },
  requisitionOfPosition: {
    collection: "hris.staffing-entities",
    description: "A requisition that was made from a position, its `parent_id`.",
  },
} as const;
