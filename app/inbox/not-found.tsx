import { getTranslations } from "next-intl/server";

/** A conversation that does not exist; the list beside it stays. */
export default async function ConversationNotFound() {
  const t = await getTranslations("thread");
  return <p className="m-auto p-6 text-text-muted">{t("gone")}</p>;
}
