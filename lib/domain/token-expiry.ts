const DAY_MS = 24 * 60 * 60 * 1000;
const SOON_DAYS = 7;

/** Whether a token ends within a week, or has ended. Times in epoch ms. Pure. */
export const isSoonOver = (expiresAt: number, now: number): boolean => expiresAt - now <= SOON_DAYS * DAY_MS;

/** Whole days until a token ends; 0 on the last. Pure. */
export const daysLeft = (expiresAt: number, now: number): number =>
  Math.max(0, Math.floor((expiresAt - now) / DAY_MS));
