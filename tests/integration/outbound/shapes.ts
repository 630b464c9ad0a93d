import type { ChannelType } from "@/lib/domain/channel";
import type { CardButton, Interactive } from "@/lib/domain/interactive";
import type { SendContent } from "@/lib/domain/send-content";

/** `isCut`: past the limit Meta shortens it instead of refusing; we still say so before. */
export type Shape = { name: string; channel: ChannelType; content: SendContent; isCut?: boolean };

const of = (length: number, text = "x") => text.repeat(length);
const interactive = (one: Interactive): SendContent => ({ kind: "interactive", interactive: one });

const buttons = (changes: Partial<Extract<Interactive, { type: "buttons" }>> = {}) =>
  interactive({
    type: "buttons",
    header: { type: "text", text: of(60) },
    body: of(1024, "é"),
    footer: of(60),
    buttons: [1, 2, 3].map((at) => ({ id: `${at}${of(255)}`, title: `${at}${of(19)}` })),
    ...changes,
  });
const row = (at: number) => ({ id: `${at}${of(199)}`, title: `${at}${of(23)}`, description: of(72) });
const list = (changes: Partial<Extract<Interactive, { type: "list" }>> = {}) =>
  interactive({
    type: "list",
    header: of(60),
    body: of(4096),
    footer: of(60),
    button: of(20),
    sections: [
      { title: of(24, "a"), rows: [0, 1, 2, 3, 4].map(row) },
      { title: of(24, "b"), rows: [5, 6, 7, 8, 9].map(row) },
    ],
    ...changes,
  });
const link = (changes: Partial<Extract<Interactive, { type: "link" }>> = {}) =>
  interactive({
    type: "link",
    header: null,
    body: of(1024),
    footer: null,
    title: of(20),
    url: "https://shop.example/a",
    ...changes,
  });
const cardButtons: CardButton[] = [
  { type: "link", title: of(20), url: "https://shop.example" },
  { type: "postback", title: "Ask", payload: "ask" },
  { type: "postback", title: "More", payload: "more" },
];
const card = (changes = {}) => ({
  title: of(80),
  subtitle: of(80),
  imageUrl: "https://shop.example/p.jpg",
  url: "https://shop.example",
  buttons: cardButtons,
  ...changes,
});
const contactCard = {
  name: "Ana",
  company: "Shop",
  phones: [{ phone: "+351910000001", type: "CELL" }],
  emails: ["a@b.example"],
};
const location = { kind: "location", latitude: 90, longitude: -180, name: "Pole", address: "Ice" } as const;
const reply = (at: number) => ({
  content: "text" as const,
  title: `${at}`.padEnd(20, "x"),
  payload: `p${at}`,
});

/** Every shape that Meta takes, as big as it may be. */
export const atLimit: Shape[] = [
  { name: "a text of 4,096 characters", channel: "whatsapp", content: { kind: "text", text: of(4096, "é") } },
  { name: "a location at the end of the world", channel: "whatsapp", content: location },
  { name: "a contact card", channel: "whatsapp", content: { kind: "contacts", cards: [contactCard] } },
  {
    name: "257 contact cards",
    channel: "whatsapp",
    content: { kind: "contacts", cards: Array(257).fill(contactCard) },
  },
  { name: "three reply buttons", channel: "whatsapp", content: buttons() },
  { name: "a list of ten rows", channel: "whatsapp", content: list() },
  { name: "a link button", channel: "whatsapp", content: link() },
  {
    name: "a location request",
    channel: "whatsapp",
    content: interactive({ type: "location_request", body: of(1024) }),
  },
  {
    name: "a contact request",
    channel: "whatsapp",
    content: interactive({ type: "contact_request", body: of(1024) }),
  },
  { name: "a text of 1,000 bytes", channel: "instagram", content: { kind: "text", text: of(500, "é") } },
  { name: "a heart", channel: "instagram", content: { kind: "heart" } },
  {
    name: "13 quick replies",
    channel: "instagram",
    content: interactive({
      type: "quick_replies",
      body: of(500, "é"),
      replies: [
        ...Array.from({ length: 11 }, (_, at) => reply(at)),
        { content: "user_email", title: "", payload: "" },
        { content: "user_phone_number", title: "", payload: "" },
      ],
    }),
  },
  {
    name: "a text with three buttons",
    channel: "instagram",
    content: interactive({ type: "button_template", body: of(640), buttons: cardButtons }),
  },
  {
    name: "ten cards",
    channel: "instagram",
    content: interactive({ type: "cards", cards: Array.from({ length: 10 }, () => card()) }),
  },
];

/** One step past each limit. */
export const pastLimit: Shape[] = [
  { name: "a text of 4,097 characters", channel: "whatsapp", content: { kind: "text", text: of(4097) } },
  { name: "a latitude of 90.1", channel: "whatsapp", content: { ...location, latitude: 90.1 } },
  { name: "a longitude of 181", channel: "whatsapp", content: { ...location, longitude: 181 } },
  { name: "no contact card", channel: "whatsapp", content: { kind: "contacts", cards: [] } },
  {
    name: "258 contact cards",
    channel: "whatsapp",
    content: { kind: "contacts", cards: Array(258).fill(contactCard) },
  },
  {
    name: "a header of 61",
    channel: "whatsapp",
    content: buttons({ header: { type: "text", text: of(61) } }),
  },
  { name: "a button body of 1,025", channel: "whatsapp", content: buttons({ body: of(1025) }) },
  { name: "a footer of 61", channel: "whatsapp", content: buttons({ footer: of(61) }) },
  { name: "no button", channel: "whatsapp", content: buttons({ buttons: [] }) },
  {
    name: "four buttons",
    channel: "whatsapp",
    content: buttons({ buttons: [1, 2, 3, 4].map((at) => ({ id: `${at}`, title: `${at}` })) }),
  },
  {
    name: "a button title of 21",
    channel: "whatsapp",
    content: buttons({ buttons: [{ id: "a", title: of(21) }] }),
  },
  {
    name: "a button id of 257",
    channel: "whatsapp",
    content: buttons({ buttons: [{ id: of(257), title: "a" }] }),
  },
  {
    name: "the same button title twice",
    channel: "whatsapp",
    content: buttons({
      buttons: [
        { id: "a", title: "Yes" },
        { id: "b", title: "Yes" },
      ],
    }),
  },
  { name: "a list body of 4,097", channel: "whatsapp", content: list({ body: of(4097) }) },
  { name: "a list button of 21", channel: "whatsapp", content: list({ button: of(21) }) },
  {
    name: "eleven rows",
    channel: "whatsapp",
    content: list({
      sections: [{ title: "a", rows: Array.from({ length: 11 }, (_, at) => ({ ...row(0), id: `${at}` })) }],
    }),
  },
  {
    name: "a section without a title beside another",
    channel: "whatsapp",
    content: list({
      sections: [
        { title: "a", rows: [row(1)] },
        { title: null, rows: [row(2)] },
      ],
    }),
  },
  {
    name: "a section title of 25",
    channel: "whatsapp",
    content: list({ sections: [{ title: of(25), rows: [row(1)] }] }),
  },
  {
    name: "a row title of 25",
    channel: "whatsapp",
    content: list({ sections: [{ title: "a", rows: [{ ...row(1), title: of(25) }] }] }),
  },
  {
    name: "a row description of 73",
    channel: "whatsapp",
    content: list({ sections: [{ title: "a", rows: [{ ...row(1), description: of(73) }] }] }),
  },
  {
    name: "a row id of 201",
    channel: "whatsapp",
    content: list({ sections: [{ title: "a", rows: [{ ...row(1), id: of(201) }] }] }),
  },
  { name: "a link title of 21", channel: "whatsapp", content: link({ title: of(21) }) },
  { name: "a link that is none", channel: "whatsapp", content: link({ url: "shop.example" }) },
  {
    name: "a location request of 1,025",
    channel: "whatsapp",
    content: interactive({ type: "location_request", body: of(1025) }),
  },
  {
    name: "a text of 1,001 bytes",
    channel: "instagram",
    content: { kind: "text", text: `${of(500, "é")}x` },
  },
  {
    name: "14 quick replies",
    channel: "instagram",
    content: interactive({
      type: "quick_replies",
      body: "Which?",
      replies: Array.from({ length: 14 }, (_, at) => reply(at)),
    }),
  },
  {
    name: "a quick reply of 21",
    channel: "instagram",
    isCut: true,
    content: interactive({
      type: "quick_replies",
      body: "Which?",
      replies: [{ ...reply(1), title: of(21) }],
    }),
  },
  {
    name: "a button text of 641",
    channel: "instagram",
    content: interactive({ type: "button_template", body: of(641), buttons: cardButtons }),
  },
  {
    name: "four buttons",
    channel: "instagram",
    content: interactive({
      type: "button_template",
      body: "Hi",
      buttons: [...cardButtons, ...cardButtons].slice(0, 4),
    }),
  },
  { name: "no card", channel: "instagram", content: interactive({ type: "cards", cards: [] }) },
  {
    name: "eleven cards",
    channel: "instagram",
    content: interactive({ type: "cards", cards: Array.from({ length: 11 }, () => card()) }),
  },
  {
    name: "a card title of 81",
    channel: "instagram",
    content: interactive({ type: "cards", cards: [card({ title: of(81) })] }),
  },
];
