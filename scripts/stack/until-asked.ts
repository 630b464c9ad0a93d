/** Resolves on the first signal that asks this process to stop, or when the process that started it is gone. */
export function untilAsked(): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => resolve(signal));
    const parent = process.ppid;
    if (process.env.PARLEY_PARENT_PID !== String(parent)) return;
    setInterval(() => process.ppid !== parent && resolve("the starting process is gone"), 500).unref();
  });
}
