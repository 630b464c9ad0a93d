"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { InteractiveBody } from "@/components/thread/body/interactive-body";
import { Button } from "@/components/ui/button";
import { firstWrong } from "@/lib/channels/check-interactive";
import type { ChannelType } from "@/lib/domain/channel";
import type { Interactive } from "@/lib/domain/interactive";
import type { SendContent } from "@/lib/domain/send-content";
import { InteractiveForm } from "./interactive-form";
import { SaveForLater } from "./save-for-later";

type Props = {
  channel: ChannelType;
  value: Interactive;
  onChange: (value: Interactive) => void;
  /** Null when it is sent, else a sentence. */
  send: (content: SendContent) => Promise<string | null>;
  isBusy: boolean;
};

/** The form on one side, what the customer will see on the other; nothing goes out that Meta would refuse. */
export function InteractiveBuilder({ channel, value, onChange, send, isBusy }: Props) {
  const t = useTranslations("sendMore");
  const [isTried, setIsTried] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const wrong = firstWrong(value);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsTried(true);
    if (wrong) return;
    setProblem(await send({ kind: "interactive", interactive: value }));
  }

  return (
    <form onSubmit={(event) => void submit(event)} noValidate className="grid gap-5 wide:grid-cols-2">
      <div className="flex min-w-0 flex-col gap-2">
        <InteractiveForm value={value} onChange={onChange} wrong={wrong} isTried={isTried} />
      </div>
      <div className="flex min-w-0 flex-col gap-3">
        <section aria-label={t("preview")} className="rounded-bubble bg-bubble-out px-3 py-2">
          <InteractiveBody
            channel={channel}
            text={null}
            content={{ kind: "interactive", interactive: { ...value } }}
          />
        </section>
        <p role="alert" className="text-sm text-danger empty:hidden">
          {problem}
        </p>
        <div className="flex flex-wrap items-center justify-end gap-2">
          <SaveForLater channel={channel} interactive={value} isRight={wrong === null} />
          <Button type="submit" variant="primary" isBusy={isBusy}>
            {t("send")}
          </Button>
        </div>
      </div>
    </form>
  );
}
