import { avionteSyncedJobs } from "@kombo-mock/factories/worlds";
import { requestValidators } from "@kombo-mock/openapi/requests/custom";
import type { Domain } from "../domain.ts";
import { addSyncedJob, removeSyncedJob } from "./avionte.handlers.ts";
import { datevCollections } from "./datev.collections.ts";
import { listDataPushes, pushGeneralData, pushPayrollData } from "./datev.data-pushes.handlers.ts";
import {
  downloadDocument,
  downloadEmployeeDocument,
  listAvailableDocuments,
} from "./datev.documents.handlers.ts";
import { createEauRequest, getEauRequest } from "./datev.eau-requests.handlers.ts";
import { preparePayroll, setCompensations } from "./datev.payroll.handlers.ts";
import {
  checkDocumentPermission,
  checkEauPermission,
  checkWritePermission,
  getSystemInformation,
} from "./datev.permissions.handlers.ts";
import { sendFile } from "./datev.sent-files.handlers.ts";
import { addPayrollSupplement, silaePayrollSupplements } from "./silae.handlers.ts";

/** Operations that only some tools have: DATEV, Silae and Avionté. */
export const custom = {
  name: "custom",
  behaviours: [
    getSystemInformation,
    checkEauPermission,
    checkDocumentPermission,
    checkWritePermission,
    sendFile,
    listAvailableDocuments,
    downloadDocument,
    downloadEmployeeDocument,
    createEauRequest,
    getEauRequest,
    preparePayroll,
    setCompensations,
    pushGeneralData,
    pushPayrollData,
    listDataPushes,
    addPayrollSupplement,
    addSyncedJob,
    removeSyncedJob,
  ],
  requestValidators,
  collections: [...datevCollections, silaePayrollSupplements, avionteSyncedJobs],
} satisfies Domain;
