/** No byte for this long means the stream is dead, whatever the socket says; the server speaks every 15 s. */
export const SILENCE_MS = 40_000;
/** Silent for longer than the server ever is. */
const QUIET_MS = 20_000;
/** A break shorter than this is only `connecting`. */
const OFFLINE_AFTER_MS = 4_000;

export type ConnectionState = "live" | "connecting" | "offline";
/** `since`: epoch ms of the last moment the screen was known to be right; null while live or before the first try ended. */
export type Connection = { state: ConnectionState; since: number | null; lastByteAt: number | null };

export type ConnectionChange =
  | { type: "opened"; now: number }
  | { type: "byte"; now: number }
  | { type: "lost"; now: number }
  | { type: "tick"; now: number; hasNetwork: boolean };

export const firstConnection: Connection = { state: "connecting", since: null, lastByteAt: null };

/** The connection as the screen shows it. A break counts from the last byte, not from when it was noticed. Pure. */
export function nextConnection(current: Connection, change: ConnectionChange): Connection {
  if (change.type === "opened" || change.type === "byte") {
    return { state: "live", since: null, lastByteAt: change.now };
  }
  if (change.type === "lost") {
    if (current.state === "offline") return current;
    return { ...current, state: "connecting", since: current.since ?? current.lastByteAt ?? change.now };
  }
  return afterTick(current, change.now, change.hasNetwork);
}

/** Whether a stream that still looks open has been silent for too long. Pure. */
export function isSilent(current: Connection, now: number): boolean {
  return silenceMs(current, now) >= SILENCE_MS;
}

function silenceMs(current: Connection, now: number): number {
  return current.lastByteAt === null ? 0 : now - current.lastByteAt;
}

/** A browser without a network can still reach an app on its own machine, so a stream that speaks is believed. */
function afterTick(current: Connection, now: number, hasNetwork: boolean): Connection {
  if (current.state === "offline") return current;
  const since = current.since ?? current.lastByteAt ?? now;
  if (current.state === "live") {
    if (!hasNetwork && silenceMs(current, now) >= QUIET_MS) return { ...current, state: "offline", since };
    return isSilent(current, now) ? { ...current, state: "connecting", since } : current;
  }
  const isLong = current.since !== null && now - current.since >= OFFLINE_AFTER_MS;
  if (!hasNetwork || isLong) return { ...current, state: "offline", since };
  return current.since === null ? { ...current, since } : current;
}
