const client = (description: string) => ({ collection: "custom.datev-clients", description }) as const;
const push = (description: string) => ({ collection: "custom.datev-pushes", description }) as const;
const eauRequest = (description: string) =>
  ({ collection: "custom.datev-eau-requests", description }) as const;

/** What the small world holds for operations of one tool, by the names that tests ask for. */
export const customCast = {
  datevClient: client(
    "A client of DATEV for which everything is set up; the next ones are of its integration.",
  ),
  datevEmployee: {
    collection: "hris.employees",
    like: { tool: "datev", name: "employee" },
    description: "An ordinary employee of the DATEV integration.",
  },
  certifiedEauRequest: eauRequest("A request for a sick note that the insurer has: flag 2."),
  hospitalEauRequest: eauRequest("A request for somebody who was in hospital: flag 3."),
  notFoundEauRequest: eauRequest("A request for a sick note that the insurer does not have: flag 4."),
  rehabilitationEauRequest: eauRequest(
    "A request for somebody in preventive care or rehabilitation: flag 5.",
  ),
  inpatientEauRequest: eauRequest("A request for somebody in inpatient treatment: flag 6."),
  checkingEauRequest: eauRequest("A request that the insurer is still checking: flag 7."),
  otherEvidenceEauRequest: eauRequest("A request for which the insurer has other evidence: flag 8."),
  passedOnEauRequest: eauRequest("A request that the insurer passed on: flag 9."),
  otherInsurerEauRequest: eauRequest("A request for which another insurer is responsible: flag 1."),
  unknownEauRequest: eauRequest("A request of which the insurer says nothing definite: flag 0."),
  rejectedEauRequest: eauRequest("A request that the insurer rejected, with an error."),
  unansweredEauRequest: eauRequest("A request without any answer, until somebody changes it."),
  uploadedPush: push("A push whose file nobody has imported yet: UPLOADED."),
  importedPush: push("A push whose file was imported: IMPORTED."),
  failedPush: push("A push whose file could not be sent: FAILED."),
  corruptedPush: push("A push whose file DATEV could not read: CORRUPTED."),
  deletedPush: push("A push whose file somebody deleted: DELETED."),
  autoDeletedPush: push("A push whose file DATEV deleted: AUTO_DELETED."),
  datevClientWithoutPermissions: client("A client of another DATEV integration, where nothing is set up."),
  silaeEmployee: {
    collection: "hris.employees",
    like: { tool: "silae", name: "employee" },
    description: "An ordinary employee of the Silae integration.",
  },
  avionteJob: {
    collection: "ats.jobs",
    like: { tool: "avionte", name: "openJob" },
    description: "An open job that the Avionté integration syncs; operations name it by its `remote_id`.",
  },
} as const;
