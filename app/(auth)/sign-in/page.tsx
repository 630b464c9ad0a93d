import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FirebaseSignIn } from "@/components/auth/firebase-sign-in";
import { LocalSignIn } from "@/components/auth/local-sign-in";
import { NobodyYet } from "@/components/auth/nobody-yet";
import { hasMembers } from "@/lib/inbox/members/has-members";
import { firebaseConfig } from "@/lib/server/identity/firebase-config";
import { safeNextPath } from "@/lib/server/page/safe-next-path";
import { currentSession } from "@/lib/server/session/current";

type Props = { searchParams: Promise<{ next?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.signIn"))("title") };
}

export default async function SignInPage({ searchParams }: Props) {
  const next = safeNextPath((await searchParams).next);
  if (await currentSession()) redirect(next);
  if (!(await hasMembers())) return <NobodyYet />;
  const config = firebaseConfig();
  return config ? <FirebaseSignIn config={config} next={next} /> : <LocalSignIn next={next} />;
}
