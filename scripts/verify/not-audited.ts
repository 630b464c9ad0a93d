/**
 * Files that take an actor and write, and yet leave no entry in the audit log themselves, each with the reason.
 * `npm run verify` fails on any other, and on a line here that is not needed any more. What counts as a change that
 * has to be told is in docs/decisions/0028-an-audit-log.md.
 */
export const notAudited: Record<string, string> = {
  "lib/inbox/doctor/check-setup.ts": "keeps what was found; nothing of the installation changes",
  "lib/inbox/ingest/apply/parked.ts": "Parley sends by a rule what park.ts has told of",
  "lib/inbox/ingest/apply/queue-automatic.ts": "Parley writes by a rule; the thread shows the message",
  "lib/inbox/ingest/prune-events.ts": "hands its entry to the store, which writes it with the deletes",
  "lib/inbox/outbound/check-again.ts": "works off what Meta had told before; nobody decides anything",
  "lib/inbox/outbound/uploads-for.ts":
    "part of enqueue.ts and enqueue-template.ts, which tell of the message",
  "lib/inbox/webhooks/delete.ts": "by change.ts, which leaves the entry",
  "lib/inbox/webhooks/set-active.ts": "by change.ts, which leaves the entry",
};

/** Those that do not ask `can` or `mayReach` themselves. */
export const notGuarded: Record<string, string> = {
  "lib/inbox/ingest/apply/parked.ts": "by a rule: whoever parked the text was asked then",
  "lib/inbox/ingest/apply/queue-automatic.ts": "by a rule, not by a person",
  "lib/inbox/ingest/claim-replay.ts": "asks reachesEvent; its callers ask for webhook-event.replay",
  "lib/inbox/ingest/prune-events.ts": "called by the retention job and by scripts only",
  "lib/inbox/members/set-password.ts":
    "its callers prove who asks: old password, one-time link, the machine itself",
  "lib/inbox/members/start-session.ts": "the identity provider proved who it is",
  "lib/inbox/outbound/pause.ts": "Meta's answer decides; check-channels.ts asks who may look",
  "lib/inbox/outbound/uploads-for.ts": "part of enqueue.ts and enqueue-template.ts, which ask",
  "lib/inbox/templates/sync.ts": "reads from Meta; refresh.ts asks who may",
  "lib/inbox/webhooks/delete.ts": "by change.ts, which asks",
  "lib/inbox/webhooks/set-active.ts": "by change.ts, which asks",
};
