import { startSimulator } from "./start";

/**
 * The stand-in for Meta as a process. Environment: SIMULATOR_PORT (0 = free), APP_URL (where webhooks go), META_APP_ID,
 * META_APP_SECRET, WHATSAPP_VERIFY_TOKEN, INSTAGRAM_VERIFY_TOKEN, WHATSAPP_PHONE_NUMBER_ID,
 * WHATSAPP_BUSINESS_ACCOUNT_ID, WHATSAPP_DISPLAY_PHONE, WHATSAPP_ACCESS_TOKEN, INSTAGRAM_ACCOUNT_ID,
 * INSTAGRAM_PAGE_ID, INSTAGRAM_USERNAME, INSTAGRAM_ACCESS_TOKEN, SIMULATOR_DIR (keeps the state; optional),
 * SIMULATOR_SAMPLES (0: nobody on the first start), SIMULATOR_NEW_APP (1: no webhook is set up). Prints one JSON line when it listens.
 */
async function main(): Promise<void> {
  const simulator = await startSimulator({
    port: Number(given("SIMULATOR_PORT") ?? 0),
    appUrl: given("APP_URL") ?? null,
    dir: given("SIMULATOR_DIR") ?? null,
    appId: given("META_APP_ID"),
    appSecret: given("META_APP_SECRET"),
    isNewApp: given("SIMULATOR_NEW_APP") === "1",
    hasSampleCustomers: given("SIMULATOR_SAMPLES") !== "0",
    whatsapp: present({
      phoneNumberId: given("WHATSAPP_PHONE_NUMBER_ID"),
      wabaId: given("WHATSAPP_BUSINESS_ACCOUNT_ID"),
      displayPhone: given("WHATSAPP_DISPLAY_PHONE"),
      token: given("WHATSAPP_ACCESS_TOKEN"),
      verifyToken: given("WHATSAPP_VERIFY_TOKEN"),
    }),
    instagram: present({
      accountId: given("INSTAGRAM_ACCOUNT_ID"),
      pageId: given("INSTAGRAM_PAGE_ID"),
      username: given("INSTAGRAM_USERNAME"),
      token: given("INSTAGRAM_ACCESS_TOKEN"),
      verifyToken: given("INSTAGRAM_VERIFY_TOKEN"),
    }),
  });
  console.log(JSON.stringify({ simulatorUrl: simulator.url }));
  const stop = () => void simulator.stop().then(() => process.exit(0));
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

function given(name: string): string | undefined {
  return process.env[name] || undefined;
}

function present<T extends Record<string, string | undefined>>(fields: T): Partial<Record<keyof T, string>> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exit(1);
});
