"use client";
import { useState } from "react";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";
import { FirebaseEmailForm } from "./firebase-email-form";
import { FirebaseResetForm } from "./firebase-reset-form";
import { GoogleButton } from "./google-button";

/** Sign-in with Firebase Authentication. */
export function FirebaseSignIn({ config, next }: { config: FirebaseConfig; next: string }) {
  const [hasForgotten, setHasForgotten] = useState(false);
  if (hasForgotten) return <FirebaseResetForm config={config} onBack={() => setHasForgotten(false)} />;
  return (
    <div className="flex flex-col gap-4">
      <FirebaseEmailForm config={config} next={next} onForgot={() => setHasForgotten(true)} />
      {config.hasGoogle ? <GoogleButton config={config} next={next} /> : null}
    </div>
  );
}
