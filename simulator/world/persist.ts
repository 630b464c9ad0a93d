import { mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { SimState } from "./types";

const debounceMs = 300;
/** A large state is written less often, so that saving takes at most a twentieth of the time. */
const restPerSaveMs = 20;

/** Reads the state of an earlier run; null when there is none or it cannot be read. */
export function loadState(dir: string | null): SimState | null {
  if (!dir) return null;
  try {
    const state = JSON.parse(readFileSync(join(dir, "simulator.json"), "utf8")) as SimState;
    return state.version === 1 ? state : null;
  } catch {
    return null;
  }
}

/** Writes the state a moment after it changed, to a temporary file that then takes the real one's place. */
export function createSaver(
  dir: string | null,
  current: () => SimState,
): { touch: () => void; saveNow: () => void } {
  let timer: NodeJS.Timeout | null = null;
  let lastSaveMs = 0;
  const saveNow = () => {
    if (timer) clearTimeout(timer);
    timer = null;
    if (!dir) return;
    const startedAt = performance.now();
    mkdirSync(dir, { recursive: true });
    const path = join(dir, "simulator.json");
    writeFileSync(`${path}.tmp`, JSON.stringify(current()));
    renameSync(`${path}.tmp`, path);
    lastSaveMs = performance.now() - startedAt;
  };
  const touch = () => {
    if (!dir || timer) return;
    timer = setTimeout(saveNow, Math.max(debounceMs, lastSaveMs * restPerSaveMs));
  };
  return { touch, saveNow };
}
