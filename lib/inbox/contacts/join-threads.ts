import { type Conversation, priorities } from "@/lib/domain/conversation";
import { joinControl } from "@/lib/inbox/conversations/control";
import { noMarks } from "@/lib/inbox/conversations/touch";

/**
 * What people and Meta attached to a thread that moves into another: unread messages, labels, assignee, priority,
 * read marks. The messages themselves are accounted for by `withMessage`. Pure.
 */
export function joinThreads(into: Conversation, from: Conversation): Conversation {
  const reads = [...(into.marks ?? noMarks).customerReads, ...(from.marks ?? noMarks).customerReads];
  const readUpTo = [into.customerReadUpTo, from.customerReadUpTo]
    .filter((mark) => mark !== null)
    .sort((a, b) => b.sentAt - a.sentAt || a.readAt - b.readAt)[0];
  const control = joinControl(into, from);
  return {
    ...control,
    status: into.status === "open" || from.status === "open" ? "open" : "resolved",
    assigneeId: into.assigneeId ?? from.assigneeId,
    labels: [...new Set([...into.labels, ...from.labels])].sort(),
    priority:
      priorities.indexOf(into.priority) >= priorities.indexOf(from.priority) ? into.priority : from.priority,
    unreadCount: into.unreadCount + from.unreadCount,
    isUnread: into.isUnread || from.isUnread,
    customerReadUpTo: readUpTo ?? null,
    freeEntryEndsAt: later(into.freeEntryEndsAt, from.freeEntryEndsAt),
    parked: into.parked ?? from.parked,
    marks: { ...(control.marks ?? noMarks), customerReads: reads },
    createdAt: Math.min(into.createdAt, from.createdAt),
  };
}

function later(a: number | null | undefined, b: number | null | undefined): number | null | undefined {
  return a && b ? Math.max(a, b) : (a ?? b);
}
