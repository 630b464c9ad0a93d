import english from "./en";
import apiKeys from "./es/api-keys.json";
import audit from "./es/audit.json";
import channels from "./es/channels.json";
import general from "./es/general.json";
import inbox from "./es/inbox.json";
import privacy from "./es/privacy.json";
import settings from "./es/settings.json";
import setup from "./es/setup.json";
import team from "./es/team.json";
import webhookEvents from "./es/webhook-events.json";
import webhooks from "./es/webhooks.json";
import { withFallback } from "./with-fallback";

/** Only the server says what a check saw; browsers need not have the words. */
const { checks: setupChecks, ...setupPage } = setup;

/** Every word of the interface in Spanish; what is not translated yet is English. */
const messages = withFallback(english, {
  ...inbox,
  setupChecks,
  settings: {
    ...settings,
    apiKeys,
    audit,
    channels,
    general,
    privacy,
    setup: setupPage,
    team,
    webhookEvents,
    webhooks,
  },
});
export default messages;
