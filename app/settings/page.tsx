import { redirect } from "next/navigation";
import { paths } from "@/lib/paths";
import { requirePage } from "@/lib/server/page/require-page";

export default async function SettingsPage() {
  await requirePage("session.manage-own");
  redirect(paths.settings.account());
}
