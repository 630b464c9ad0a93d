"use client";
import Trash from "lucide-react/icons/trash-2";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { iconButtonClass } from "@/components/ui/icon-button";
import { deleteInteractiveAction, listInteractivesAction } from "@/lib/actions/saved-interactives";
import type { ChannelType } from "@/lib/domain/channel";
import type { Interactive } from "@/lib/domain/interactive";
import type { SavedInteractive } from "@/lib/domain/saved-interactive";

type Props = { channel: ChannelType; onUse: (interactive: Interactive) => void };

/** The team's saved messages of a channel: use one, or delete it. */
export function SavedList({ channel, onUse }: Props) {
  const t = useTranslations("sendMore");
  const { items, remove } = useSaved(channel);
  if (items === "failed") return <p role="alert">{t("loadFailed")}</p>;
  if (items === null) return <p className="text-text-muted">{t("loading")}</p>;
  if (items.length === 0) return <p className="text-text-muted">{t("noneSaved")}</p>;
  return (
    <ul className="flex flex-col divide-y divide-border">
      {items.map(({ id, name, interactive }) => (
        <li key={id} className="flex items-center gap-2 py-2">
          <div className="min-w-0 flex-1">
            <p dir="auto" className="truncate font-medium">
              {name}
            </p>
            <p className="text-sm text-text-muted">{t(`title.${interactive.type}`)}</p>
          </div>
          <Button size="sm" onClick={() => onUse(interactive)}>
            {t("use")}
          </Button>
          <button
            type="button"
            aria-label={t("delete", { name })}
            onClick={() => void remove(id)}
            className={iconButtonClass}
          >
            <Trash size={16} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}

function useSaved(channel: ChannelType) {
  const [items, setItems] = useState<SavedInteractive[] | null | "failed">(null);

  useEffect(() => {
    let isWanted = true;
    listInteractivesAction({ channel })
      .then((answer) => isWanted && setItems(answer?.data ?? "failed"))
      .catch(() => isWanted && setItems("failed"));
    return () => {
      isWanted = false;
    };
  }, [channel]);

  async function remove(id: string): Promise<void> {
    const answer = await deleteInteractiveAction({ id }).catch(() => null);
    if (!answer || answer.serverError || answer.validationErrors) return setItems("failed");
    setItems((known) => (Array.isArray(known) ? known.filter((one) => one.id !== id) : known));
  }

  return { items, remove };
}
