import { kickLane } from "@/lib/inbox/outbound/deliver";
import { runAfterResponse } from "./background";

/** Starts sending what a conversation has queued, once the answer to the request is out. */
export function deliverAfterResponse(conversationId: string): void {
  runAfterResponse(() => kickLane(conversationId));
}
