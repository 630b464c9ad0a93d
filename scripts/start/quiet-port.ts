import { randomInt } from "node:crypto";
import { portIfFree } from "../stack/ports";

/**
 * A free port below those that systems give to outgoing connections, so that none of these takes it while its owner
 * is started again.
 */
export async function quietPort(): Promise<number> {
  while (true) {
    const port = await portIfFree(randomInt(20_000, 30_000));
    if (port !== null) return port;
  }
}
