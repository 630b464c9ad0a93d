"use server";

import { z } from "zod";
import { ReplayMode, ReplayScope } from "@/lib/domain/replay";
import { ok } from "@/lib/domain/result";
import { rehearseWebhookEvent } from "@/lib/inbox/ingest/rehearse-event";
import { replayWebhookEvent } from "@/lib/inbox/ingest/replay";
import { revealWebhookEvent } from "@/lib/inbox/ingest/reveal-event";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { startReplay } from "@/lib/inbox/replays/start-replay";
import { stopReplay } from "@/lib/inbox/replays/stop-replay";
import { defineAction } from "@/lib/server/action/define-action";
import { runAfterResponse } from "@/lib/server/background";

const EventId = z.object({ id: z.string().min(1).max(200) });
const permission = "webhook-event.replay";

/** Processes one event again and says what became of it. */
export const replayEventAction = defineAction({
  input: EventId,
  permission,
  run: async ({ id }, { actor }) => {
    const replayed = await replayWebhookEvent(actor, id);
    return replayed.ok ? ok({ became: replayed.data.became }) : replayed;
  },
});

/** What processing one event again would change. */
export const rehearseEventAction = defineAction({
  input: EventId,
  permission,
  run: ({ id }, { actor }) => rehearseWebhookEvent(actor, id),
});

/** One event's body with what people wrote; the audit log keeps who looked. */
export const revealEventAction = defineAction({
  input: EventId,
  permission: "webhook-event.reveal",
  run: ({ id }, { actor }) => revealWebhookEvent(actor, id),
});

/** Starts a replay of many events, or its dry run. */
export const startReplayAction = defineAction({
  input: z.object({ mode: ReplayMode, scope: ReplayScope }),
  permission,
  run: async (input, { actor }) => {
    const started = await startReplay(actor, input);
    if (!started.ok) return started;
    runAfterResponse(() => runJob("run-replays"));
    return ok({ id: started.data.id });
  },
});

/** Ends a running replay. */
export const stopReplayAction = defineAction({
  input: z.object({ id: z.string().min(1).max(40) }),
  permission,
  run: ({ id }, { actor }) => stopReplay(actor, id),
});
