/** What shows of a body: a field's value in a known form, the entries of a list, or the named fields of an object. */
export type Shown = ShownValue | readonly [Shown] | { readonly [name: string]: Shown };

/** What of a value shows; null when it has another form than it should, and may then be anything. */
type ShownValue = (value: string) => string | null;

const matching =
  (form: RegExp): ShownValue =>
  (value) =>
    form.test(value) ? value : null;

/** One of Meta's own words: `text`, `TIER_10K`. */
export const word = matching(/^[A-Za-z][A-Za-z0-9_]{0,59}$/);
/** A moment: seconds or milliseconds since 1970. */
export const moment = matching(/^\d{10}(\d{3})?$/);
/** A small number, such as an error's code. */
export const number = matching(/^\d{1,9}$/);
/** An id of an account, a number, a file or a template: digits. Never for a person's. */
export const digits = matching(/^\d{1,24}$/);
/** A file's type: `audio/ogg; codecs=opus`. */
export const mimeType = matching(/^[a-z]+\/[a-z0-9.+-]{1,80}(; ?codecs=[a-z0-9]{1,16})?$/);
/** A language: `pt_PT`. */
export const language = matching(/^[a-z]{2,3}([_-][A-Za-z]{2,4})?$/);

/** The end of a message's id. The whole of it holds the customer's phone number on WhatsApp, in base64. */
export const messageId: ShownValue = (value) =>
  /^[\w.:+/=-]{1,500}$/.test(value) ? `…${value.slice(-6)}` : null;
