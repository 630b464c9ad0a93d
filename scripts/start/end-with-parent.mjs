// Loaded before the store and the app: when the process that started them is gone, even by kill -9, they stop too.
process.on("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.kill(process.pid, "SIGKILL"), 10_000).unref();
});
process.channel?.unref();
