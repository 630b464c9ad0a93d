import { asText, compact, type Json } from "../../http/json";
import type { WhatsAppAccount } from "../../options";
import { setSubscription, subscribedFields, whatsappAccounts } from "../../world/accounts";
import { standingOf } from "../../world/standing";
import type { Template } from "../../world/types";
import type { World } from "../../world/world";
import { type Answer, type Call, numberIn } from "../call";
import { missingNode } from "../errors";
import { pickFields } from "../fields";
import { page } from "../paging";

/** `GET /{phone_number_id}?fields=`. */
export function readPhoneNumber(call: Call): Answer {
  const { world, url } = call.context;
  const defaults = [
    "verified_name",
    "code_verification_status",
    "display_phone_number",
    "quality_rating",
    "platform_type",
    "throughput",
  ];
  return {
    body: pickFields(
      phoneNumber(world, numberIn(call)),
      url.searchParams.get("fields"),
      defaults,
      "WhatsAppBusinessPhoneNumber",
    ),
  };
}

/** `GET /{waba}/phone_numbers`. */
export function listPhoneNumbers(call: Call): Answer {
  const { world, url } = call.context;
  const { wabaId } = numberIn(call);
  const listed = whatsappAccounts(world).filter(
    (one) => one.wabaId === wabaId && standingOf(world, one.phoneNumberId).isListed !== false,
  );
  const rows = listed.map((one) => phoneNumber(world, one));
  return { body: page(rows, absolute(world, url), (row) => row) };
}

/** `GET /{waba}?fields=`. */
export function readWaba(call: Call): Answer {
  const { url } = call.context;
  const node: Json = {
    id: numberIn(call).wabaId,
    name: "Parley demo shop",
    timezone_id: "1",
    currency: "EUR",
    message_template_namespace: "0b0c2f1e_9b7f_4f0e_8a53_5d3c9f6a7b21",
    account_review_status: "APPROVED",
    business_verification_status: "verified",
    status: "ACTIVE",
    whatsapp_business_manager_messaging_limit: "TIER_10K",
  };
  return {
    body: pickFields(
      node,
      url.searchParams.get("fields"),
      ["name", "timezone_id", "message_template_namespace"],
      "WhatsAppBusinessAccount",
    ),
  };
}

/** `GET /{waba}/message_templates`: filters by name, language, status, category; cursor paging. */
export function listTemplates({ context }: Call): Answer {
  const { world, url } = context;
  const wanted = (row: Template) =>
    ["name", "language", "status", "category"].every((key) => {
      const value = url.searchParams.get(key);
      if (!value) return true;
      const own = asText((row as unknown as Json)[key]) ?? "";
      return key === "name" ? own.includes(value) : own === value;
    });
  const fields = url.searchParams.get("fields");
  const toJson = (row: Template) => {
    const node = compact({ ...row });
    if (!fields) return compact({ ...row, quality_score: undefined });
    return pickFields({ rejected_reason: "NONE", ...node }, fields, [], "MessageTemplate");
  };
  return { body: page(world.state.templates.filter(wanted), absolute(world, url), toJson) };
}

export function listSubscribedApps(call: Call): Answer {
  const { world } = call.context;
  const { wabaId, phoneNumberId } = numberIn(call);
  const app = { link: "https://www.facebook.com/games/?app_id=1", name: "Parley", id: world.options.appId };
  const { isSubscribed } = standingOf(world, phoneNumberId);
  const isOn = isSubscribed ?? subscribedFields(world, "whatsapp", wabaId) !== null;
  return { body: { data: isOn ? [{ whatsapp_business_api_data: app }] : [] } };
}

export function subscribe(call: Call): Answer {
  const { world, method } = call.context;
  setSubscription(world, "whatsapp", numberIn(call).wabaId, method === "POST" ? [] : null);
  world.changed();
  return { body: { success: true } };
}

export function businessProfile(call: Call): Answer {
  const { context } = call;
  if (context.params.node !== numberIn(call).phoneNumberId) {
    throw missingNode(context.params.node ?? "", "get");
  }
  return {
    body: {
      data: [{ about: "We answer within the hour.", vertical: "RETAIL", messaging_product: "whatsapp" }],
    },
  };
}

function absolute(world: World, url: URL): URL {
  return new URL(url.pathname + url.search, world.url);
}

function phoneNumber(world: World, { phoneNumberId, displayPhone, name }: WhatsAppAccount): Json {
  return {
    id: phoneNumberId,
    verified_name: name ?? "Parley demo shop",
    display_phone_number: displayPhone,
    quality_rating: "GREEN",
    quality_score: { score: "GREEN" },
    code_verification_status: "VERIFIED",
    name_status: "APPROVED",
    new_name_status: "NONE",
    status: "CONNECTED",
    account_mode: "LIVE",
    platform_type: "CLOUD_API",
    throughput: { level: "STANDARD" },
    whatsapp_business_manager_messaging_limit: "TIER_10K",
    messaging_limit_tier: "TIER_10K",
    is_official_business_account: false,
    is_pin_enabled: true,
    health_status: { can_send_message: "AVAILABLE", entities: [] },
    last_onboarded_time: "2026-03-02T09:00:00+0000",
    webhook_configuration: { application: `${world.state.delivery.appUrl ?? ""}/api/webhooks/whatsapp` },
    username: "parley.demo",
    is_on_biz_app: false,
    ...standingOf(world, phoneNumberId).node,
  };
}
