"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Dialog } from "@/components/ui/dialog";
import { ConnectForm, type Made, type Prefill } from "./connect-form";
import { SubscribeStep } from "./subscribe-step";
import { WebhookStep } from "./webhook-step";

type Props = {
  title: string;
  prefill?: Prefill;
  /** Where this installation is reached; webhooks go there. */
  origin: string;
  onClose: () => void;
};

/** Three steps: what Meta has to know, where its webhooks go, and that they are sent at all. */
export function ConnectDialog({ title, prefill, origin, onClose }: Props) {
  const t = useTranslations("settings.channels.connect");
  const router = useRouter();
  const [made, setMade] = useState<Made | null>(null);
  const [step, setStep] = useState<1 | 2 | 3>(1);
  const close = () => {
    onClose();
    if (made) router.refresh();
  };
  const heading = step === 1 ? title : t(step === 2 ? "webhookTitle" : "subscribeTitle");
  return (
    <Dialog
      isOpen
      onOpenChange={(isOpen) => !isOpen && close()}
      title={heading}
      description={t("step", { step })}
      isWide
    >
      {step === 1 || !made ? (
        <ConnectForm
          prefill={prefill}
          onConnected={(done) => {
            setMade(done);
            setStep(2);
          }}
        />
      ) : step === 2 ? (
        <WebhookStep made={made} origin={origin} onNext={() => setStep(3)} />
      ) : (
        <SubscribeStep made={made} onDone={close} />
      )}
    </Dialog>
  );
}
