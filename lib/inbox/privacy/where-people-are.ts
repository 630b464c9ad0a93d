/** `erased`: goes with the person, and how. `none`: nothing in it can name a customer, and why that is so. */
type Place = { erased: string } | { none: string };

/**
 * Every place where something of a customer could be, and what an erasure does about it. A test compares the collections
 * with those of the store: whoever adds one decides here.
 */
export const collectionsAndPeople: Record<string, Place> = {
  contacts: { erased: "deleted last, with every contact that became part of it" },
  consents: {
    erased: "deleted with the contact; a word against marketing stays by pseudonym in erasedPeople",
  },
  identities: { erased: "deleted with the contact" },
  conversations: { erased: "deleted, those of merged contacts and parked texts too" },
  messages: { erased: "deleted, with edits, reactions, quotes, template parameters" },
  providerMessages: { erased: "become rows that only say: erased; forgotten after 60 days" },
  outbox: { erased: "what waits is not sent and deleted; what is under way ends first" },
  mediaDownloads: { erased: "deleted; a download under way ends first" },
  uploads: { erased: "deleted with their files, sent or not" },
  webhookEvents: {
    erased: "their items are taken out of the body, others' stay; search digests are made anew",
  },
  chunks: { erased: "the parts of a large webhook body, written anew with it" },
  feed: { erased: "rows about their conversations are deleted once every screen has heard" },
  merges: { erased: "finished first, then deleted" },
  idempotencyKeys: { erased: "deleted for their messages; others end after a day" },
  webhookDeliveries: { erased: "deleted; they hold ids alone, and what waits is not sent" },
  webhookConversationStates: { erased: "deleted with the deliveries" },
  erasures: { erased: "forgets whom it was about in the transaction that ends it" },
  erasedPeople: { none: "pseudonyms of their names, times, whether they wanted no marketing" },
  auditLog: { none: "names customers by pseudonym only, and holds no content" },
  apiKeys: { none: "hashes of keys and who made them" },
  channels: { none: "the business's own numbers and accounts" },
  credentials: { none: "members' password hashes" },
  leases: { none: "names of jobs and channels" },
  members: { none: "the team" },
  passwordLinks: { none: "the team's one-time links" },
  replays: { none: "states, times and channels to go through, never ids or numbers" },
  savedInteractives: { none: "what the team wrote for everybody" },
  sessions: { none: "the team's devices" },
  settings: { none: "the business's own choices" },
  signInAttempts: { none: "hashes of accounts and addresses" },
  templates: { none: "what the business wrote for everybody" },
  templateSyncs: { none: "times" },
  webhookCursors: { none: "how far the feed was read" },
  webhookSubscriptions: { none: "where the business's own programs listen" },
};

/** The same for what is not in the store. */
export const otherPlaces: Record<string, Place> = {
  mediaDisk: { erased: "files, thumbnails and MP4 copies are deleted before the message that names them" },
  temporaryFolder: { erased: "each attempt deletes its own folder; what a crash left goes after six hours" },
  memoryOfTheLiveStream: { erased: "every process forgets what it told when the erasure is told" },
  openScreens: {
    erased: "drop the conversation with its drafts and unsent messages at once, and fetch anew",
  },
  browserCacheOfFiles: { none: "not reachable from here: browsers keep a file they showed for up to a day" },
  backups: { none: "not reachable from here: they end by their own age, see docs/operations.md" },
  receiversOfWebhooks: {
    none: "not reachable from here: what the business's own programs were told, they keep by their own rules",
  },
  meta: { none: "not reachable from here: Meta keeps what was sent through it by its own rules" },
};
