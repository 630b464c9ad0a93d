import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/app-shell/client-messages";
import { currentLook } from "@/lib/server/page/look";

export default async function AuthLayout({ children }: { children: ReactNode }) {
  const t = await getTranslations("shell");
  const { general } = await currentLook();
  return (
    <ClientMessages namespaces={["ui", "pages", "errors", "auth"]}>
      <main className="mx-auto flex min-h-dvh w-full max-w-88 flex-col justify-center gap-6 p-6 pb-[20dvh]">
        <p dir="auto" className="font-semibold break-words text-accent">
          {general.businessName || t("appName")}
        </p>
        {children}
      </main>
    </ClientMessages>
  );
}
