/** Meta's customer service window: 24 h from the customer's last message (WhatsApp and Instagram). */
export const CUSTOMER_SERVICE_WINDOW_MS = 24 * 60 * 60 * 1000;

/** When the window that a customer's message opens closes again (epoch ms). */
export function windowEndOf(lastInboundAt: number | null): number | null {
  return lastInboundAt === null ? null : lastInboundAt + CUSTOMER_SERVICE_WINDOW_MS;
}

/** Free-form messages may be sent strictly before `windowEndsAt`; null means the customer never wrote. */
export function isWindowOpen(windowEndsAt: number | null, now: number): boolean {
  return windowEndsAt !== null && now < windowEndsAt;
}
