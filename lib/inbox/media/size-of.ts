import type { Disk } from "flydrive";

/** In bytes; null when there is no such file. Throws when the disk itself does not answer. */
export async function sizeOf(disk: Disk, key: string): Promise<number | null> {
  try {
    return (await disk.getMetaData(key)).contentLength;
  } catch (error) {
    if (await disk.exists(key)) throw error;
    return null;
  }
}
