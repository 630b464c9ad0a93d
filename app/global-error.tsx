"use client";
import { useSyncExternalStore } from "react";
import { askedLanguage, directionOf } from "@/lib/domain/language";
import text from "@/messages/fatal.json";
import "./globals.css";

const never = () => () => {};
const browserLanguage = () => askedLanguage(navigator.languages.join(",")) ?? "en";

/** The layout itself failed, so nothing it provides is here: no fonts, no translations, nobody's choice of language. */
export default function GlobalError({ reset }: { reset: () => void }) {
  const language = useSyncExternalStore(never, browserLanguage, () => "en" as const);
  const { title, text: more, action } = text[language];
  return (
    <html lang={language} dir={directionOf(language)}>
      <body>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center">
          <h1 className="text-xl font-semibold">{title}</h1>
          <p className="text-text-muted">{more}</p>
          <button type="button" className="rounded-control border border-border px-3 py-1.5" onClick={reset}>
            {action}
          </button>
        </main>
      </body>
    </html>
  );
}
