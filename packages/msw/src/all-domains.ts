import { aiApply } from "./ai-apply/ai-apply.domain.ts";
import { assessment } from "./assessment/assessment.domain.ts";
import { ats } from "./ats/ats.domain.ts";
import { custom } from "./custom/custom.domain.ts";
import { general } from "./general/general.domain.ts";
import { hris } from "./hris/hris.domain.ts";
import { lms } from "./lms/lms.domain.ts";

/** Every domain that is served. A new domain is added here, and everything that tells what is served follows. */
export const allDomains = [general, hris, ats, assessment, lms, custom, aiApply] as const;
