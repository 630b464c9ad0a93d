import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Bytes of media by id: in a folder, or in memory when the simulator keeps nothing. */
export type MediaFiles = {
  write: (id: string, bytes: Uint8Array) => void;
  read: (id: string) => Buffer | null;
  clear: () => void;
};

export function createMediaFiles(dir: string | null): MediaFiles {
  return dir ? folderFiles(join(dir, "media")) : memoryFiles();
}

function memoryFiles(): MediaFiles {
  const files = new Map<string, Buffer>();
  return {
    write: (id, bytes) => void files.set(id, Buffer.from(bytes)),
    read: (id) => files.get(id) ?? null,
    clear: () => files.clear(),
  };
}

function folderFiles(folder: string): MediaFiles {
  const pathOf = (id: string) => join(folder, id.replaceAll(/[^A-Za-z0-9]/g, ""));
  return {
    write(id, bytes) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(pathOf(id), bytes);
    },
    read(id) {
      try {
        return readFileSync(pathOf(id));
      } catch {
        return null;
      }
    },
    clear: () => rmSync(folder, { recursive: true, force: true }),
  };
}
