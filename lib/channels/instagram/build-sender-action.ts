/** A sender action stands alone with its recipient. https://developers.facebook.com/docs/messenger-platform/instagram/features/sender-actions */
export function buildSenderAction(
  igsid: string,
  action: "typing_on" | "typing_off" | "mark_seen",
): Record<string, unknown> {
  return { recipient: { id: igsid }, sender_action: action };
}
