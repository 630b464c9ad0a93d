import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ThreadSlot } from "@/components/thread/thread-slot";
import { listMessages } from "@/lib/inbox/read/list-messages";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { requirePage } from "@/lib/server/page/require-page";

const FIRST_PAGE = 40;

type Props = { params: Promise<{ conversationId: string }> };

/** Names nobody: a title goes into histories and screenshots. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("inbox");
  return { title: t("title") };
}

export default async function ConversationPage({ params }: Props) {
  const { actor } = await requirePage("inbox.read");
  const id = decodeURIComponent((await params).conversationId);
  const [conversation, thread] = await Promise.all([
    readConversation(actor, id),
    listMessages({ conversationId: id, limit: FIRST_PAGE }),
  ]);
  if (!conversation) notFound();
  const fallback = thread.ok ? { conversation, thread: thread.data } : null;
  return <ThreadSlot fallback={fallback} />;
}
