import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirebaseWelcome } from "@/components/auth/firebase-welcome";
import { LocalWelcome } from "@/components/auth/local-welcome";
import { hasMembers } from "@/lib/inbox/members/has-members";
import { isWelcomeCode } from "@/lib/inbox/members/welcome-code";
import { firebaseConfig } from "@/lib/server/identity/firebase-config";

type Props = { searchParams: Promise<{ code?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.welcome"))("title"), referrer: "no-referrer" };
}

/** Where the first admin is made; there is no such page once anybody has an account. */
export default async function WelcomePage({ searchParams }: Props) {
  // First, so that nothing is read while the app is built.
  const { code } = await searchParams;
  if (await hasMembers()) notFound();
  const t = await getTranslations("auth.welcome");
  if (typeof code !== "string" || !(await isWelcomeCode(code))) {
    return (
      <div className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold">{t("wrongTitle")}</h1>
        <p className="text-text-muted">{t("wrong")}</p>
      </div>
    );
  }
  const config = firebaseConfig();
  return (
    <div className="flex flex-col gap-4">
      <div>
        <h1 className="text-xl font-semibold">{t("title")}</h1>
        <p className="text-text-muted">{t(config ? "textFirebase" : "text")}</p>
      </div>
      {config ? <FirebaseWelcome config={config} code={code} /> : <LocalWelcome code={code} />}
    </div>
  );
}
