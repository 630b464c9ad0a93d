import { ThreadSkeleton } from "@/components/thread/thread-skeleton";

export default function ConversationLoading() {
  return <ThreadSkeleton />;
}
