import apiKeys from "./en/api-keys.json";
import audit from "./en/audit.json";
import channels from "./en/channels.json";
import general from "./en/general.json";
import inbox from "./en/inbox.json";
import privacy from "./en/privacy.json";
import settings from "./en/settings.json";
import setup from "./en/setup.json";
import team from "./en/team.json";
import webhookEvents from "./en/webhook-events.json";
import webhooks from "./en/webhooks.json";

/** Only the server says what a check saw; browsers need not have the words. */
const { checks: setupChecks, ...setupPage } = setup;

/** Every word of the interface in English, a file a part; the parts of the settings are under `settings.<part>`. */
const messages = {
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
};
export default messages;
