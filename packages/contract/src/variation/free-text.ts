/**
 * Words in the names of fields whose texts machines read: ids, addresses, codes, tokens, dates. The document leaves
 * their form open, but no tool sends prose there.
 */
const readByMachines = new Set(
  [
    "id ids guid key token tool model type status scope format version cursor next",
    "url urls uri link avatar email emails phone fax telephone",
    "iban bic ssn tax account routing number code zip postal currency country nationality state visibility period",
    "at date until since time diagnosis incapacity hospitalisation au employer",
    "content data file reg exp value level error exp markdown html secret job_id",
  ].flatMap((line) => line.split(" ")),
);

/** Whether a text under this name is for people, so that anything may stand in it. */
export function isFreeText(name: string): boolean {
  return name !== "" && !name.split("_").some((word) => readByMachines.has(word.toLowerCase()));
}

/** Fields that say which record something is, or what it means for a page or a sync: no tool makes them up. */
const firm = /^(?:id|ids|remote_id|changed_at|remote_deleted_at|next|next_cursor|.*_ids?)$/;

/** Values of which one generation of the official SDKs reads only one: no answer has another. */
const narrowed = /(?:^|\.)(?:hiring_team\[\]\.job_roles|system_roles)\[\]\.scope$/;

/** Whether what stands at a place, under this name, always stays as it is. */
export function isFirm(at: string, name: string): boolean {
  return firm.test(name) || narrowed.test(at);
}
