import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ChangePassword } from "@/components/settings/change-password";
import { PreferencesForm } from "@/components/settings/general/preferences-form";
import { SessionList } from "@/components/settings/session-list";
import { SignOutButton } from "@/components/settings/sign-out-button";
import { listOwnSessions } from "@/lib/inbox/members/list-sessions";
import { identityKind } from "@/lib/server/identity/provider";
import { currentLook } from "@/lib/server/page/look";
import { requirePage } from "@/lib/server/page/require-page";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.account"))("title") };
}

export default async function AccountPage() {
  const { actor, member, sessionId } = await requirePage("session.manage-own");
  const t = await getTranslations("settings");
  const now = Date.now();
  const { general } = await currentLook();
  const sessions = await listOwnSessions(actor, now);
  return (
    <div className="flex flex-col gap-10">
      <section className="flex flex-wrap items-start justify-between gap-4">
        <div>
          <h1 className="text-xl font-semibold">{member.name}</h1>
          <p className="text-text-muted">
            {member.email} · {t(`team.roles.${member.role}`)}
          </p>
        </div>
        <SignOutButton />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t("general.preferences")}</h2>
        <PreferencesForm
          own={{ language: member.language ?? null, theme: member.theme ?? null }}
          workspace={{ language: general.language ?? "en", theme: general.theme }}
        />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t("account.sessions.title")}</h2>
        <SessionList sessions={sessions.ok ? sessions.data : []} currentId={sessionId} now={now} />
      </section>
      <section className="flex flex-col gap-3">
        <h2 className="text-lg font-semibold">{t("account.password.title")}</h2>
        {identityKind() === "local" ? (
          <ChangePassword email={member.email} />
        ) : (
          <p className="text-text-muted">{t("account.password.elsewhere")}</p>
        )}
      </section>
    </div>
  );
}
