const levels = { info: 30, warn: 40, error: 50 };

/** One line of log in the form of the app's own (pino): JSON on standard output. */
export function say(level: keyof typeof levels, msg: string): void {
  process.stdout.write(
    `${JSON.stringify({ level: levels[level], time: Date.now(), part: "supervisor", msg })}\n`,
  );
}
