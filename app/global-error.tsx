"use client";
import text from "@/messages/fatal.en.json";
import "./globals.css";

/** The layout itself failed, so nothing it provides is here: no fonts, no translations. */
export default function GlobalError({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main className="flex min-h-dvh flex-col items-center justify-center gap-3 p-6 text-center">
          <h1 className="text-xl font-semibold">{text.title}</h1>
          <p className="text-text-muted">{text.text}</p>
          <button type="button" className="rounded-control border border-border px-3 py-1.5" onClick={reset}>
            {text.action}
          </button>
        </main>
      </body>
    </html>
  );
}
