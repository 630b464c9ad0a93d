import { ines, type Play, reacts, says, sends, shopPhone, tomas } from "../script";

const hour = 60;
const day = 24 * hour;

export const english: Play[] = [
  {
    channel: "whatsapp",
    name: "Maya Lindqvist",
    phone: "46701740605",
    endedAgo: 4,
    steps: [
      says(0, "Hi! Order 2207 says delivered but there is nothing at my door 😟"),
      ines(6, "Good morning Maya, I am sorry about that. I am asking the courier right now.", "read", {
        as: "asking",
      }),
      reacts(1, "asking", "🙏"),
      says(9, "My neighbour just looked, she does not have it either"),
      sends(1, "image", { sample: "parcel", caption: "This is the photo they left. That is not my door!" }),
      says(2, "Is there any way to see who signed for it?"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Tobias Okafor",
    phone: "447700900321",
    endedAgo: 11,
    assignee: "ines",
    steps: [
      says(0, "Do the teal mugs go in the dishwasher?", { as: "question" }),
      ines(8, "They do, top rack is kindest to the glaze.", "read", { to: "question" }),
      says(3, "Lovely. Two more for me then"),
      sends(1, "order", { text: "These two, please" }),
    ],
  },
  {
    channel: "instagram",
    name: "Priya Raman",
    username: "priya.makes",
    endedAgo: 17,
    steps: [
      sends(0, "story_reply", { text: "Is this colour coming back?? 😍" }),
      sends(2, "share", { url: "https://www.instagram.com/p/DemoTealVase/" }),
      says(1, "this one, the tall vase"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Hannah Whitfield",
    phone: "447700900118",
    endedAgo: 32,
    assignee: "tomas",
    unread: 0,
    steps: [
      sends(0, "document", {
        filename: "invoice-1184.pdf",
        caption: "Invoice has the wrong VAT number on it",
      }),
      tomas(14, "Thank you Hannah. Could you tell me the right one? I will reissue it today."),
      says(11, "GB 123 4567 89, company name stays the same"),
      tomas(5, "Done. The new invoice is on its way to your email.", "delivered"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Sam",
    username: "samwise.g",
    endedAgo: 41,
    steps: [
      says(0, "hey, no number on this account, is username ok?"),
      ines(5, "Of course, we see you as @samwise.g. How can we help?"),
      says(4, "do you ship to the Faroe Islands"),
      says(1, "and how much"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Declan Byrne",
    phone: "353851234567",
    endedAgo: 55,
    assignee: "ines",
    unread: 0,
    steps: [
      says(0, "Can I change my pickup to Saturday morning?", { as: "pickup" }),
      ines(7, "Yes, Saturday 9 to 12. Shall I put you down for 10?", "read", { to: "pickup" }),
      sends(2, "voice"),
      ines(3, "10 it is. Bring the order number, 2198.", { failedWith: 131026 }),
    ],
  },
  {
    channel: "instagram",
    name: "Olive & Thread",
    username: "oliveandthread",
    endedAgo: 74,
    steps: [
      sends(0, "story_mention"),
      says(1, "Thank you for the parcel, unboxing went up this morning!"),
      sends(0, "like_heart"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Grace Mbeki",
    phone: "27821234567",
    endedAgo: 96,
    assignee: "tomas",
    unread: 0,
    steps: [
      says(0, "The lid arrived cracked"),
      sends(1, "video", { caption: "You can hear it" }),
      tomas(12, "Oh no. A new lid goes out today, no need to send the old one back.", "read", { as: "lid" }),
      reacts(2, "lid", "❤️"),
      says(1, "That was quick. Thank you!"),
      tomas(3, "You are welcome, Grace."),
    ],
  },
  {
    channel: "whatsapp",
    name: "Arthur Penn",
    phone: "14155550142",
    endedAgo: day + 3 * hour,
    parked: {
      text: "The sample left us this morning, Arthur. It should be with you on Friday.",
      agent: "ines",
    },
    steps: [
      says(0, "What is your best price for 40 bowls, stamped with our logo?"),
      ines(25, "For 40 stamped bowls: €11.20 each, three weeks. Shall I send a sample?"),
      says(50, "Yes please. Office address is the one on our website"),
    ],
  },
  {
    channel: "instagram",
    name: "Jonas Falk",
    username: "jonasfalk.photo",
    endedAgo: 2 * day + 5 * hour,
    assignee: "ines",
    unread: 0,
    steps: [
      says(0, "Would you be up for lending pieces for a shoot in March?"),
      ines(90, "We would love to. Which pieces do you have in mind?"),
      says(30, "The whole ash-glaze series if possible"),
      ines(15, "Let me check with the studio and come back to you.", "read"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Nadia Petrov",
    phone: "359881234567",
    endedAgo: 3 * day,
    unread: 0,
    steps: [
      says(0, "Are you open on the 1st?"),
      shopPhone(20, "Closed on the 1st, open again on the 2nd from 10."),
      says(4, "Thanks!"),
    ],
  },
];
