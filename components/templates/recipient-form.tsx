"use client";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";
import type { ChannelSummary } from "@/lib/client/inbox-data";
import { phoneVariants } from "@/lib/domain/phone-variants";
import { type RecipientAddress, readAddress } from "@/lib/domain/recipient-address";

type Props = {
  channels: readonly ChannelSummary[];
  onChosen: (chosen: { channelId: string; address: RecipientAddress }) => void;
};

/** Which of our numbers writes, and to whom. */
export function RecipientForm({ channels, onChosen }: Props) {
  const t = useTranslations("templates.newConversation");
  const [channelId, setChannelId] = useState(channels[0]?.id ?? "");
  const [text, setText] = useState("");
  const [isTried, setTried] = useState(false);
  const address = readAddress(text);

  function submit(event: FormEvent) {
    event.preventDefault();
    setTried(true);
    if (address) onChosen({ channelId, address });
  }

  return (
    <form noValidate onSubmit={submit} className="flex flex-col gap-4">
      <p className="text-text-muted">{t("name")}</p>
      {channels.length > 1 ? (
        <label className="flex flex-col gap-1 text-sm font-medium">
          {t("channel")}
          <select
            value={channelId}
            onChange={(event) => setChannelId(event.target.value)}
            className="h-9 rounded-control border border-border-strong bg-surface-raised px-2 text-base font-normal max-wide:h-11"
          >
            {channels.map(({ id, name, displayPhone }) => (
              <option key={id} value={id}>
                {displayPhone ? `${name} (${displayPhone})` : name}
              </option>
            ))}
          </select>
        </label>
      ) : null}
      <TextField
        label={t("to")}
        name="to"
        dir="ltr"
        value={text}
        autoFocus
        autoComplete="off"
        hint={address ? <WhereTo address={address} /> : t("toHint")}
        error={isTried && !address ? t("wrong") : null}
        onChange={(event) => setText(event.target.value)}
      />
      <div className="flex justify-end">
        <Button type="submit" variant="primary">
          {t("next")}
        </Button>
      </div>
    </form>
  );
}

/** What was understood. Of some countries' numbers WhatsApp knows two forms. */
function WhereTo({ address }: { address: RecipientAddress }) {
  const t = useTranslations("templates.newConversation");
  if (address.kind === "bsuid") return t("isBsuid");
  const [phone, variant] = phoneVariants(address.phone).map((number) => isolated(`+${number}`));
  if (variant) return t("isPhoneVariant", { phone: phone ?? "", variant });
  return t("isPhone", { phone: phone ?? "" });
}

/** Between marks that keep its digits in their order in a right-to-left sentence. */
const isolated = (number: string) => `\u2066${number}\u2069`;
