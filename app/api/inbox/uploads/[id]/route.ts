import { z } from "zod";
import { removeUpload } from "@/lib/inbox/uploads/remove-upload";
import { defineRoute } from "@/lib/server/route/define-route";

/** Gives up a file that was chosen and not sent. */
export const DELETE = defineRoute({
  permission: "message.send",
  isWrite: true,
  params: z.object({ id: z.string() }),
  run: ({ actor, params }) => removeUpload(actor, params.id),
});
