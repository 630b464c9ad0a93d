import { z } from "zod";
import { inTransaction } from "./transaction";
import { typedCollection } from "./typed-collection";

const Lease = z.object({ id: z.string(), owner: z.string(), until: z.number() });

const leases = () => typedCollection("leases", Lease);

/** Takes `leases/<name>` for `owner` until `now + forMs`, or answers false when another holds it. Epoch ms. */
export function takeLease(name: string, owner: string, now: number, forMs: number): Promise<boolean> {
  const ref = leases().doc(name);
  return inTransaction(async (tx) => {
    const held = (await tx.get(ref)).data();
    if (held && held.owner !== owner && held.until > now) return false;
    tx.set(ref, { id: name, owner, until: now + forMs });
    return true;
  });
}

/** Gives a lease back early; nothing happens when it is another's by now. */
export function releaseLease(name: string, owner: string): Promise<void> {
  const ref = leases().doc(name);
  return inTransaction(async (tx) => {
    const held = (await tx.get(ref)).data();
    if (held?.owner === owner) tx.delete(ref);
  });
}
