import { Replay } from "@/lib/domain/replay";
import { typedCollection } from "./typed-collection";

/** `replays/<ulid>`: replays of many webhook events, the running one and those that ended. */
export const replays = () => typedCollection("replays", Replay);

export const runningReplays = () => replays().where("state", "==", "running").limit(1);

export const latestReplays = (limit: number) => replays().orderBy("startedAt", "desc").limit(limit);
