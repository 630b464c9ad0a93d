import { log } from "@/lib/log";
import { pingStore } from "@/lib/store/ping";

const STORE_TIMEOUT_MS = 3000;

export type Health = { status: "ok" | "failing"; parts: { store: "ok" | "failing" } };

/** Whether this process can serve: the store answers within 3 s. */
export async function checkHealth(): Promise<Health> {
  const store = await isStoreAnswering();
  return { status: store ? "ok" : "failing", parts: { store: store ? "ok" : "failing" } };
}

async function isStoreAnswering(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("the store did not answer in time")), STORE_TIMEOUT_MS);
  });
  try {
    await Promise.race([pingStore(), late]);
    return true;
  } catch (error) {
    log.warn({ err: error }, "health: the store does not answer");
    return false;
  } finally {
    clearTimeout(timer);
  }
}
