"use client";
import { ErrorPane } from "@/components/app-shell/error-pane";

type Props = { error: Error & { digest?: string }; reset: () => void };

/** The conversation could not be shown; the list beside it stays. */
export default function InboxErrorPage({ error, reset }: Props) {
  return <ErrorPane digest={error.digest} onRetry={reset} />;
}
