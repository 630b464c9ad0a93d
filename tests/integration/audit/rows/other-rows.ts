import { ulid } from "ulid";
import { stopReplayAction } from "@/lib/actions/webhook-events";
import type { Replay } from "@/lib/domain/replay";
import { replays } from "@/lib/store/replays";
import type { Rows } from "./row";

const keys = "tests/integration/api/keys.test.ts";
const replaying = "tests/integration/events/replays.test.ts";
const reveal = "tests/integration/events/reveal-and-export.test.ts";
const general = "tests/integration/settings/general.test.ts";

/** A replay in another process's hands. */
const running = (id: string): Replay => ({
  id,
  mode: "replay",
  scope: { filter: { state: "failed" } },
  state: "running",
  startedBy: { kind: "member", id: "ada", name: "Ada" },
  startedAt: Date.now(),
  updatedAt: Date.now(),
  finishedAt: null,
  total: 1,
  counts: { applied: 0, unchanged: 0, failing: 0, skipped: 0 },
  noted: [],
  cursor: null,
  owner: "another",
  leaseUntil: Date.now() + 60_000,
});

/** Actions whose entries are looked for where they are tested. */
export const otherRows: Rows = {
  createApiKeyAction: { testedIn: keys, left: ["api_key.created"] },
  revokeApiKeyAction: { testedIn: keys, left: ["api_key.revoked"] },
  replayEventAction: { testedIn: replaying, left: ["webhook_event.replayed"] },
  startReplayAction: { testedIn: replaying, left: ["webhook_event.replay_started"] },
  stopReplayAction: async () => {
    const id = ulid();
    await replays().doc(id).set(running(id));
    return {
      call: () => stopReplayAction({ id }),
      left: [["webhook_event.replay_cancelled", id]],
      isSameAgain: true,
    };
  },
  revealEventAction: { testedIn: reveal, left: ["webhook_event.revealed"] },
  "POST app/api/settings/webhook-events/export/route.ts": {
    testedIn: reveal,
    left: ["webhook_event.exported"],
  },
  rehearseEventAction: { because: "tries, and keeps nothing" },
  saveGeneralSettingsAction: { testedIn: general, left: ["settings.general_changed"] },
  setPreferencesAction: { testedIn: general, left: ["member.preferences_changed"] },
};
