import { generation } from "@kombo-mock/factories/worlds";
import type { Machinery } from "../request/machinery.ts";
import { isoString } from "../state/clock.ts";
import type { ClockState, Root } from "../state/root.ts";
import { environmentParts } from "./environment-parts.ts";
import { isSame } from "./same-json.ts";
import type { FileClock, FileIntegration, WorldFile } from "./world-file.ts";
import { writeIntegration } from "./write-integration.ts";
import { writeRecords } from "./write-records.ts";

/** Writes what differs in a root from its world: read in a mock of that world, it gives the same answers. */
export function exportState(root: Root, machinery: Machinery): WorldFile {
  const { name, date, root: base } = machinery.world;
  const removed = Object.keys(base.integrations).filter((id) => !Object.hasOwn(root.integrations, id));
  const changed = Object.values(root.integrations).flatMap((integration) => {
    const written = writeIntegration(integration, root, machinery);
    return written ? [[integration.id, written] as const] : [];
  });
  const integrations = Object.fromEntries([...removed.map((id) => [id, null] as const), ...changed]);
  const order = Object.keys(root.integrations);
  const parts = Object.entries(environmentParts).flatMap(([part, { key, write }]) => {
    const one = root[part as keyof typeof environmentParts];
    // Each part is written by its own entry of the table.
    return isSame(one, base[part as keyof typeof environmentParts]) ? [] : [[key, write(one as never)]];
  });
  const records = writeRecords(root.aiApply, machinery.partitions.of(root.aiApply));
  const file: WorldFile = {
    ...{ extends: name, generation, seed: machinery.seed, date },
    ...(isUsual(root.clock) ? {} : { clock: writeClock(root.clock) }),
    ...(Object.keys(integrations).length > 0 ? { integrations } : {}),
    ...(Object.keys(records).length > 0 ? { ai_apply: { records } as FileIntegration } : {}),
    ...(isSame(order, naturalOrder(order, base)) ? {} : { order }),
    ...Object.fromEntries(parts),
  };
  // A copy, so that whoever has the file can change it, and nothing in it is shared.
  return JSON.parse(JSON.stringify(file)) as WorldFile;
}

/** The order that integrations have without being told: those of the world, then new ones. */
export function naturalOrder(ids: readonly string[], { integrations }: Root): string[] {
  const present = new Set(ids);
  return [
    ...Object.keys(integrations).filter((id) => present.has(id)),
    ...ids.filter((id) => !Object.hasOwn(integrations, id)),
  ];
}

/** Whether time runs as it really does. */
function isUsual(clock: ClockState): boolean {
  return clock.mode !== "frozen" && clock.offset === 0;
}

function writeClock(clock: ClockState): FileClock {
  return clock.mode === "frozen"
    ? { mode: clock.mode, at: isoString(clock.at) }
    : { mode: clock.mode, offset_ms: clock.offset };
}
