const pad = (value: number, width: number) => Math.max(0, Math.trunc(value)).toString().padStart(width, "0");

/**
 * Place of a message in its thread: Meta's time (or the time it was composed), then arrival, then its place in
 * the body it came in. Sorting these strings sorts the thread, so the thread needs no composite index.
 * Times in epoch milliseconds. WhatsApp's timestamps have one-second resolution.
 */
export function messageSortKey(sentAt: number, receivedAt: number, itemIndex = 0): string {
  return `${pad(sentAt, 14)}_${pad(receivedAt, 14)}_${pad(itemIndex, 5)}`;
}
