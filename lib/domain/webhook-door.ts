import { z } from "zod";

/** How the webhook of one kind was used lately. Times are epoch milliseconds, to the minute or so. */
export const DoorState = z.object({
  /** A request whose signature was right. */
  acceptedAt: z.number().nullable().catch(null).default(null),
  /** A request whose signature was wrong or missing, and how many of them came since the last right one. */
  refusedAt: z.number().nullable().catch(null).default(null),
  refusedCount: z.number().catch(0).default(0),
  /** Meta's check of the address with the right verify token, and with a wrong one. */
  handshakeAt: z.number().nullable().catch(null).default(null),
  handshakeRefusedAt: z.number().nullable().catch(null).default(null),
});
export type DoorState = z.infer<typeof DoorState>;
