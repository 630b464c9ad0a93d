import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/app-shell/client-messages";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  return (
    <ClientMessages namespaces={["ui", "pages", "errors", "auth"]}>
      <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col justify-center gap-6 p-6 pb-[20dvh]">
        <p className="font-semibold text-accent">{t("appName")}</p>
        {children}
      </main>
    </ClientMessages>
  );
}
