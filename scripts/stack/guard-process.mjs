// Outlives its parent by a moment: when the parent is gone, even by kill -9, it ends the process groups left behind.
import { createInterface } from "node:readline";

const groups = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => {});

const lines = createInterface({ input: process.stdin });
lines.on("line", (line) => {
  const pid = Number(line.slice(1));
  if (line.startsWith("+")) groups.add(pid);
  if (line.startsWith("-")) groups.delete(pid);
});
lines.on("close", () => {
  for (const pid of groups) signalGroup(pid, "SIGCONT");
  for (const pid of groups) signalGroup(pid, "SIGTERM");
  setTimeout(
    () => {
      for (const pid of groups) signalGroup(pid, "SIGKILL");
      process.exit(0);
    },
    groups.size > 0 ? 4000 : 0,
  );
});

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    groups.delete(pid);
  }
}
