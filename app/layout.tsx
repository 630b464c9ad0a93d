import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ClientMessages } from "@/components/app-shell/client-messages";
import { currentLook } from "@/lib/server/page/look";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  const { general } = await currentLook();
  const name = general.businessName || t("appName");
  return {
    title: { default: name, template: `%s · ${name.replaceAll("%s", "")}` },
    icons: { icon: "/favicon.svg" },
    robots: { index: false, follow: false },
  };
}

/** The colour of `surface` in both themes, for the browser's own frame. */
const frame = { light: "#fbfcfd", dark: "#14181b" };

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await currentLook();
  return {
    width: "device-width",
    initialScale: 1,
    interactiveWidget: "resizes-content",
    themeColor:
      theme === "system"
        ? [
            { media: "(prefers-color-scheme: light)", color: frame.light },
            { media: "(prefers-color-scheme: dark)", color: frame.dark },
          ]
        : frame[theme],
  };
}

/** Reading the request (session, time zone cookie) makes every page dynamic, so that its scripts carry this request's nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const { language, direction, theme } = await currentLook();
  return (
    <html lang={language} dir={direction} data-theme={theme} className={GeistSans.variable}>
      <body>
        <ClientMessages namespaces={["ui", "pages", "errors"]}>{children}</ClientMessages>
      </body>
    </html>
  );
}
