"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import { Kbd } from "@/components/ui/kbd";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

const rows = [
  { name: "next", keys: ["j", "↓"] },
  { name: "previous", keys: ["k", "↑"] },
  { name: "open", keys: ["Enter"] },
  { name: "reply", keys: ["r"] },
  { name: "attach", keys: ["u"] },
  { name: "assign", keys: ["a"] },
  { name: "template", keys: ["t"] },
  { name: "newConversation", keys: ["n"] },
  { name: "back", keys: ["Esc"] },
  { name: "goInbox", keys: ["g", "i"], between: "then" },
  { name: "goSettings", keys: ["g", "s"], between: "then" },
  { name: "send", keys: ["Enter"] },
  { name: "newLine", keys: ["Shift", "Enter"], between: "plus" },
  { name: "help", keys: ["?"] },
] as const;

/** Every key, in one place. */
export function KeyboardHelp({ isOpen, onOpenChange }: Props) {
  const t = useTranslations("shortcuts");
  return (
    <Dialog isOpen={isOpen} onOpenChange={onOpenChange} title={t("title")} description={t("description")}>
      <dl className="grid grid-cols-[1fr_auto] gap-x-6 gap-y-2">
        {rows.map(({ name, keys, ...rest }) => (
          <div key={name} className="col-span-2 grid grid-cols-subgrid items-center">
            <dt>{t(name)}</dt>
            <dd className="flex items-center justify-end gap-1 text-text-muted">
              <Kbd>{keys[0]}</Kbd>
              {keys[1] ? (
                <>
                  <span className="text-xs">{t("between" in rest ? rest.between : "or")}</span>
                  <Kbd>{keys[1]}</Kbd>
                </>
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
