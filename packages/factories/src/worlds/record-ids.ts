import { recordId } from "../hash.ts";

/** The ids of an integration's records, each derived once, and back again for those that were. */
export class RecordIds {
  readonly #integrationId: string;
  readonly #ids = new Map<string, string>();
  readonly #remoteIds = new Map<string, string>();

  constructor(integrationId: string) {
    this.#integrationId = integrationId;
  }

  /** The id of the record with this id in the tool. */
  of(remoteId: string): string {
    const known = this.#ids.get(remoteId);
    if (known !== undefined) return known;
    const id = recordId(this.#integrationId, remoteId);
    this.#ids.set(remoteId, id);
    this.#remoteIds.set(id, remoteId);
    return id;
  }

  /** The id in the tool that an id was derived from; undefined where it was not derived yet. */
  remoteIdOf(id: string): string | undefined {
    return this.#remoteIds.get(id);
  }
}
