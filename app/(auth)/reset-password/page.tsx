import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ResetPassword } from "@/components/auth/reset-password";
import { readPasswordToken } from "@/lib/inbox/members/reset-password";
import { identityKind } from "@/lib/server/identity/provider";

type Props = { searchParams: Promise<{ token?: string | string[] }> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("auth.reset"))("title"), referrer: "no-referrer" };
}

export default async function ResetPasswordPage({ searchParams }: Props) {
  const { token } = await searchParams;
  const t = await getTranslations("auth.reset");
  const member =
    identityKind() === "local" && typeof token === "string" ? await readPasswordToken(token) : null;
  if (typeof token !== "string" || !member?.ok) {
    return (
      <div className="flex flex-col gap-2">
        <h1 className="text-xl font-semibold">{t("goneTitle")}</h1>
        <p className="text-text-muted">{t("gone")}</p>
      </div>
    );
  }
  return <ResetPassword token={token} email={member.data.email} />;
}
