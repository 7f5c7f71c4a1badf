/** AI Apply belongs to no integration: its records are the environment's, in a partition of this name. */
export const aiApplyPartition = "ai-apply";
