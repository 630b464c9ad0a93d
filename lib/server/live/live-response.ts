import { parseLiveCursor } from "./cursor";
import { type Hub, liveHub, type Subscriber } from "./hub";

/** A browser that reads slower than this much behind is let go; it resumes from its cursor. */
const MAX_BUFFERED_BYTES = 4 * 1024 * 1024;
const encoder = new TextEncoder();

type Options = Pick<Subscriber, "actor" | "sessionId" | "look"> & { request: Request; hub?: Hub };

/**
 * The live stream as a response. Resumes from `Last-Event-ID`, else `?after=`. Ends when the browser goes, when the
 * session is over, and when the process stops.
 */
export function liveResponse({ request, hub = liveHub(), ...who }: Options): Response {
  if (hub.isStopped()) return new Response(null, { status: 503, headers: { "Retry-After": "1" } });
  const after = request.headers.get("last-event-id") || new URL(request.url).searchParams.get("after");
  const cursor = parseLiveCursor(after);
  let subscriber: Subscriber | null = null;
  const leave = () => subscriber && hub.leave(subscriber);

  const body = new ReadableStream<Uint8Array>(
    {
      start(controller) {
        const mine = subscriberFor(controller, who);
        subscriber = mine;
        mine.write("retry: 1000\n\n");
        request.signal.addEventListener("abort", leave, { once: true });
        if (request.signal.aborted) return mine.close();
        void hub.join(mine, cursor);
      },
      cancel: () => void leave(),
    },
    new ByteLengthQueuingStrategy({ highWaterMark: MAX_BUFFERED_BYTES }),
  );
  return new Response(body, { headers });
}

/** `no-transform` keeps compression, which would hold events back, away. */
const headers = {
  "Content-Type": "text/event-stream; charset=utf-8",
  "Cache-Control": "no-store, no-transform",
  "X-Accel-Buffering": "no",
};

function subscriberFor(
  controller: ReadableStreamDefaultController<Uint8Array>,
  who: Pick<Subscriber, "actor" | "sessionId" | "look">,
): Subscriber {
  let isOpen = true;
  const close = () => {
    if (!isOpen) return;
    isOpen = false;
    controller.close();
  };
  return {
    ...who,
    close,
    write(text) {
      if (!isOpen) return false;
      controller.enqueue(encoder.encode(text));
      if ((controller.desiredSize ?? 0) > 0) return true;
      close();
      return false;
    },
  };
}
