/** Next calls this once, before the first request. Only the Node runtime has what it starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { startServer } = await import("@/lib/server/start");
  startServer();
}
