"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/text-field";

type Props = {
  title: string;
  text: string;
  label: string;
  secret: string;
  example?: { label: string; text: string };
  onClose: () => void;
};

/** A secret that is shown this once. Closing it before it was copied asks once more. */
export function SecretDialog({ title, text, label, secret, example, onClose }: Props) {
  const t = useTranslations("settings.secret");
  const [copied, setCopied] = useState<"secret" | "example" | null>(null);
  const [isWarned, setIsWarned] = useState(false);
  const copy = async (what: "secret" | "example", value: string) => {
    await navigator.clipboard.writeText(value);
    setCopied(what);
  };
  const close = () => (copied || isWarned ? onClose() : setIsWarned(true));
  return (
    <Dialog isOpen onOpenChange={(isOpen) => !isOpen && close()} title={title} description={text} isWide>
      <div className="flex flex-col gap-4">
        <TextField
          label={label}
          value={secret}
          readOnly
          onFocus={(event) => event.currentTarget.select()}
          onCopy={() => setCopied("secret")}
          className="font-mono text-sm"
        />
        {example ? (
          <div className="flex flex-col gap-1">
            <div className="flex items-center justify-between gap-2">
              <p className="text-sm font-medium">{example.label}</p>
              <Button size="sm" variant="ghost" onClick={() => copy("example", example.text)}>
                {t("copyExample")}
              </Button>
            </div>
            <pre
              dir="ltr"
              className="rounded-control bg-surface-sunken p-3 font-mono text-xs break-all whitespace-pre-wrap"
            >
              {example.text}
            </pre>
          </div>
        ) : null}
        <p role="alert" className="text-sm text-danger empty:hidden">
          {isWarned && !copied ? t("notCopied") : null}
        </p>
        <div className="flex items-center justify-end gap-2">
          <p role="status" className="flex-1 text-sm text-done">
            {copied ? t("copied") : null}
          </p>
          <Button variant="primary" onClick={() => copy("secret", secret)}>
            {t("copy")}
          </Button>
          <Button onClick={close}>{isWarned && !copied ? t("closeAnyway") : t("done")}</Button>
        </div>
      </div>
    </Dialog>
  );
}
