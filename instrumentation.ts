/** Next calls this once, before the first request. Only the Node runtime has what it starts. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  // First and alone: other modules read the environment as they load, and would bury the message in a stack.
  const { refuseBadEnvironment } = await import("@/lib/server/refuse-bad-environment");
  refuseBadEnvironment();
  const { startServer } = await import("@/lib/server/start");
  startServer();
}
