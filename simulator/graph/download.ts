import { setTimeout as wait } from "node:timers/promises";
import { type Context, sendJson } from "../http/context";
import { assetSignature, isDownloadUrlGood } from "../world/media";
import { authorise } from "./auth";
import { GraphError, httpStatusOf } from "./errors";
import { takeFaults } from "./faults";
import { isFileFault, sendSpoilt } from "./spoilt-file";

/** Answers media bytes: WhatsApp's needs the bearer and lasts 5 minutes, Instagram's carries its own signature. */
export async function serveMedia(context: Context): Promise<void> {
  const { world, url, response } = context;
  const isInstagram = url.pathname.startsWith("/ig_messaging_cdn");
  const channel = isInstagram ? "instagram" : "whatsapp";
  const spoil = takeFaults(world, { endpoint: "download", channel, customerId: null, isTemplate: false });
  if (spoil.slowMs > 0) await wait(spoil.slowMs);
  if (spoil.before === "hang" || spoil.after === "hang") return;
  if (spoil.before === "drop" || spoil.after === "drop") {
    response.destroy();
    return;
  }
  const trick = spoil.names.find(isFileFault) ?? null;
  if (!trick && spoil.names.some((name) => name !== "slow")) {
    sendJson(response, spoil.error ? httpStatusOf(spoil.error.fields) : 502, {
      error: "Something went wrong",
    });
    return;
  }
  const id = url.searchParams.get(isInstagram ? "asset_id" : "mid") ?? "";
  const refused = isInstagram ? refuseInstagram(context, id) : refuseWhatsApp(context);
  if (refused) {
    sendJson(response, refused, { error: "URL signature mismatch, expired, or not permitted" });
    return;
  }
  const media = world.state.media.find((row) => row.id === id);
  const bytes = media ? world.files.read(id) : null;
  if (!media || !bytes || trick === "media_gone") {
    sendJson(response, 404, { error: "Not found" });
    return;
  }
  if (trick) {
    sendSpoilt(response, trick, media.mimeType, bytes);
    return;
  }
  response.writeHead(200, {
    "content-type": media.mimeType,
    "content-length": String(bytes.length),
    ...(media.filename
      ? { "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(media.filename)}` }
      : {}),
  });
  response.end(bytes);
}

function refuseWhatsApp(context: Context): number | null {
  try {
    if (!authorise(context).some(({ channel }) => channel === "whatsapp")) return 401;
  } catch (error) {
    if (error instanceof GraphError) return 401;
    throw error;
  }
  return isDownloadUrlGood(context.world, context.url) ? null : 404;
}

function refuseInstagram(context: Context, id: string): number | null {
  return context.url.searchParams.get("signature") === assetSignature(context.world, id) ? null : 403;
}
