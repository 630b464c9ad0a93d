"use client";
import { ErrorPane } from "@/components/app-shell/error-pane";

type Props = { error: Error & { digest?: string }; reset: () => void };

export default function ErrorPage({ error, reset }: Props) {
  return (
    <main className="flex min-h-dvh flex-col">
      <ErrorPane digest={error.digest} onRetry={reset} />
    </main>
  );
}
