"use client";
import Eye from "lucide-react/icons/eye";
import EyeOff from "lucide-react/icons/eye-off";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { IconButton } from "@/components/ui/icon-button";
import { TextField } from "@/components/ui/text-field";

type Props = {
  name: string;
  label: string;
  autoComplete: "current-password" | "new-password";
  hint?: ReactNode;
  minLength?: number;
};

/** A password that can be looked at while it is typed. */
export function PasswordField({ name, label, autoComplete, hint, minLength }: Props) {
  const t = useTranslations("auth");
  const [isShown, setIsShown] = useState(false);
  return (
    <div className="relative">
      <TextField
        name={name}
        type={isShown ? "text" : "password"}
        label={label}
        autoComplete={autoComplete}
        hint={hint}
        minLength={minLength}
        className="pe-10"
        spellCheck={false}
        required
      />
      <div className="absolute end-0.5 top-[1.6rem]">
        <IconButton
          label={isShown ? t("hidePassword") : t("showPassword")}
          icon={isShown ? <EyeOff size={16} aria-hidden /> : <Eye size={16} aria-hidden />}
          onClick={() => setIsShown(!isShown)}
        />
      </div>
    </div>
  );
}
