import type { LiveEvent } from "@/lib/domain/live-event";
import { paths } from "@/lib/paths";

const FIRST_DELAY_MS = 500;
const LAST_DELAY_MS = 5_000;

type Handlers = {
  /** Where to resume from; asked at every connect. */
  cursor: () => string | null;
  onOpen: () => void;
  onEvent: (cursor: string, event: LiveEvent) => void;
  /** The server's sign of life, and the cursor up to which nothing is missing. */
  onPing: (cursor: string) => void;
  onLost: () => void;
  /**
   * Called when the stream did not open (EventSource hides the status) and when the server ended it because its
   * session is over (the browser may have a newer one): it finds out whether to sign in again.
   */
  probe: () => Promise<boolean>;
};

/**
 * The one EventSource, kept open: it connects again by itself with a growing, jittered delay and the last cursor.
 * `reconnect` does so at once. EventSource's own retry is not used because it gives up for good on an HTTP error.
 */
export function openEventStream(handlers: Handlers): { reconnect: () => void; close: () => void } {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let delayMs = FIRST_DELAY_MS;
  let isClosed = false;

  function connect(): void {
    stop();
    const mine = new EventSource(paths.api.live(handlers.cursor()));
    source = mine;
    let hasOpened = false;
    mine.onopen = () => {
      hasOpened = true;
      delayMs = FIRST_DELAY_MS;
      handlers.onOpen();
    };
    mine.addEventListener("change", (message) =>
      handlers.onEvent(message.lastEventId, JSON.parse(message.data) as LiveEvent),
    );
    mine.addEventListener("ping", (message) => handlers.onPing(message.lastEventId));
    mine.addEventListener("signed-out", () => void handlers.probe());
    mine.onerror = () => {
      if (source !== mine) return;
      stop();
      handlers.onLost();
      if (!hasOpened) void handlers.probe();
      timer = setTimeout(connect, delayMs * (0.75 + Math.random() / 2));
      delayMs = Math.min(delayMs * 2, LAST_DELAY_MS);
    };
  }

  function stop(): void {
    clearTimeout(timer);
    source?.close();
    source = null;
  }

  connect();
  return {
    reconnect: () => {
      if (!isClosed) connect();
    },
    close: () => {
      isClosed = true;
      stop();
    },
  };
}
