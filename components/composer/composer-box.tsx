"use client";
import clsx from "clsx";
import SendHorizontal from "lucide-react/icons/send-horizontal";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, lazy, Suspense, useEffect, useRef } from "react";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { WindowChip } from "@/components/inbox/window-chip";
import { TemplateButton } from "@/components/templates/template-button";
import { Button } from "@/components/ui/button";
import { Kbd } from "@/components/ui/kbd";
import { measureText } from "@/lib/channels/limits";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { useSend } from "@/lib/client/use-send";
import { useTyping } from "@/lib/client/use-typing";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { AttachButtons, AttachmentTray } from "./attachments/attachment-area";
import { useAttachments } from "./attachments/shelf";
import { MoreButton } from "./more-button";
import { ReplyChip } from "./reply-chip";
import { TextCount } from "./text-count";
import { useDraft } from "./use-draft";

const SplitOffer = lazy(async () => ({ default: (await import("./split-offer")).SplitOffer }));

type Props = {
  conversation: VersionedConversation;
  name: string;
  replyTo: ThreadMessage | null;
  onReplyDone: () => void;
};

/** The text field: it grows with its text, Enter sends, Shift+Enter breaks the line, drafts are kept. */
export function ComposerBox({ conversation, name, replyTo, onReplyDone }: Props) {
  const t = useTranslations("composer");
  const [text, setText] = useDraft(conversation.id);
  const { send } = useSend(conversation);
  const showTyping = useTyping(conversation.id);
  const field = useRef<HTMLTextAreaElement>(null);
  const measure = measureText(conversation.channel, text);
  const isTooLong = measure.length > measure.limit;
  const attached = useAttachments(conversation.id);
  const canSend = (text.trim() !== "" || attached !== null) && !isTooLong;
  useShortcuts({ r: () => field.current?.focus() });

  useEffect(() => {
    if (replyTo) field.current?.focus();
  }, [replyTo]);

  function submit() {
    if (canSend) submitAll(text.trim() === "" ? [] : [text.trim()]);
  }

  function submitAll(pieces: string[]) {
    if (attached) attached.sendAll(pieces, replyTo?.id ?? null, (piece) => send(piece, null));
    else
      for (const [index, piece] of pieces.entries()) send(piece, index === 0 ? (replyTo?.id ?? null) : null);
    setText("");
    onReplyDone();
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // 229: Safari's Enter that ends a composition.
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") {
      event.currentTarget.blur();
      if (replyTo) onReplyDone();
      return;
    }
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    submit();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      className="rounded-bubble border border-border-strong bg-surface-raised focus-within:border-focus focus-within:ring-1 focus-within:ring-focus"
    >
      {replyTo ? <ReplyChip message={replyTo} onDismiss={onReplyDone} /> : null}
      <AttachmentTray
        conversation={conversation}
        field={field}
        replyToMessageId={replyTo?.id ?? null}
        onSent={onReplyDone}
      />
      <textarea
        ref={field}
        rows={1}
        dir="auto"
        value={text}
        aria-label={t("label", { name })}
        aria-invalid={isTooLong || undefined}
        aria-describedby="composer-facts"
        placeholder={t("placeholder")}
        onChange={(event) => {
          setText(event.target.value);
          if (event.target.value.trim() !== "") showTyping();
        }}
        onKeyDown={onKeyDown}
        className="block field-sizing-content max-h-48 min-h-10 w-full resize-none scroll-quiet bg-transparent px-3 pt-2.5 pb-1 text-base outline-none placeholder:text-text-muted max-wide:text-lg"
      />
      {isTooLong ? (
        <Suspense>
          <SplitOffer channel={conversation.channel} text={text} onSend={submitAll} />
        </Suspense>
      ) : null}
      <div className="flex items-center gap-3 py-1.5 ps-1.5 pe-1.5 max-wide:gap-0">
        <AttachButtons conversation={conversation} />
        <MoreButton conversation={conversation} replyToMessageId={replyTo?.id ?? null} onSent={onReplyDone} />
        <TemplateButton
          conversation={conversation}
          draft={text}
          onSent={(usedDraft) => {
            if (usedDraft) setText("");
          }}
        />
        <div id="composer-facts" className="flex min-w-0 flex-1 items-center gap-3 overflow-hidden">
          {/* Narrow screens have it in the thread's header, and no room for it here. */}
          <span className="max-wide:hidden">
            <WindowChip windowEndsAt={conversation.windowEndsAt} />
          </span>
          <TextCount measure={measure} />
        </div>
        <Button
          type="submit"
          variant="primary"
          size="sm"
          title={t("hint")}
          aria-disabled={!canSend || undefined}
          className={clsx(!canSend && "cursor-default")}
        >
          {t("send")}
          <span className="max-wide:hidden">
            <Kbd>↵</Kbd>
          </span>
          <SendHorizontal size={14} aria-hidden className="wide:hidden rtl:-scale-x-100" />
        </Button>
      </div>
    </form>
  );
}
