import type { Json } from "../http/json";
import type { Template } from "./types";

type Sample = Pick<Template, "name" | "language" | "category" | "components"> & Partial<Template>;

const body = (text: string, ...words: string[]): Json => ({
  type: "BODY",
  text,
  ...(words.length > 0 ? { example: { body_text: [words] } } : {}),
});
const buttons = (...list: Json[]): Json => ({ type: "BUTTONS", buttons: list });
const reply = (text: string): Json => ({ type: "QUICK_REPLY", text });
const handle = (link: string) => ({ header_handle: [link] });

/** The rarer kinds of templates: every header, every button, offer, carousel, one-time password. */
export const rareTemplates: Sample[] = [
  {
    name: "store_opening",
    language: "en_US",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "LOCATION" },
      body("Our new shop opens on {{1}}. Come and see us.", "12 May"),
      buttons(
        { type: "PHONE_NUMBER", text: "Call the shop", phone_number: "+15550100200" },
        { type: "URL", text: "Opening times", url: "https://example.com/shops" },
      ),
    ],
  },
  {
    name: "how_it_works",
    language: "en_US",
    category: "UTILITY",
    components: [
      { type: "HEADER", format: "VIDEO", example: handle("https://example.com/film.mp4") },
      body("{{1}}, this film shows how to set it up.", "Amara"),
    ],
  },
  {
    name: "spring_coupon",
    language: "en_US",
    category: "MARKETING",
    components: [
      body("{{1}}, here is {{2}} off your next order.", "Amara", "25 %"),
      buttons({ type: "COPY_CODE", text: "Copy offer code", example: ["25OFF"] }, reply("No, thank you")),
    ],
  },
  {
    name: "weekend_offer",
    language: "en_US",
    category: "MARKETING",
    components: [
      { type: "HEADER", format: "IMAGE", example: handle("https://example.com/offer.png") },
      { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Ends soon", has_expiration: true } },
      body("Two for one, {{1}}: this weekend only.", "Amara"),
      buttons(
        { type: "COPY_CODE", text: "Copy offer code", example: ["TWOFORONE"] },
        { type: "URL", text: "Shop now", url: "https://example.com/offers?c={{1}}", example: ["amara"] },
      ),
    ],
  },
  {
    name: "new_this_week",
    language: "en_US",
    category: "MARKETING",
    components: [
      body("{{1}}, three things that came in this week:", "Amara"),
      {
        type: "CAROUSEL",
        cards: ["Lamp", "Chair", "Table"].map((thing) => ({
          components: [
            { type: "HEADER", format: "IMAGE", example: handle(`https://example.com/${thing}.png`) },
            body(`${thing} for {{1}}`, "45 €"),
            buttons(reply("Keep one for me"), {
              type: "URL",
              text: "See it",
              url: "https://example.com/p/{{1}}",
              example: [thing],
            }),
          ],
        })),
      },
    ],
  },
  {
    name: "sign_in_code",
    language: "en_US",
    category: "AUTHENTICATION",
    components: [
      body("*{{1}}* is your verification code. For your security, do not share this code.", "123456"),
      { type: "FOOTER", text: "This code expires in 10 minutes." },
      buttons({
        type: "URL",
        text: "Copy code",
        url: "https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}",
        example: ["https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp123456"],
      }),
    ],
  },
  {
    name: "book_a_visit",
    language: "en_US",
    category: "UTILITY",
    components: [
      body("Choose a time for your visit."),
      buttons({ type: "FLOW", text: "Choose a time", flow_id: "1234567890", flow_action: "NAVIGATE" }),
    ],
  },
  {
    name: "may_we_call",
    language: "en_US",
    category: "UTILITY",
    components: [
      body("Hello {{1}}, may we have your number so that the driver can reach you?", "Amara"),
      buttons({ type: "REQUEST_CONTACT_INFO" }),
    ],
  },
  {
    name: "anything_else",
    language: "en_US",
    category: "UTILITY",
    components: [
      body("About your question: {{1}} Write back if you need anything else.", "We have it in stock."),
    ],
  },
  {
    name: "autumn_sale",
    language: "en_US",
    category: "MARKETING",
    components: [body("Everything must go.")],
    status: "DISABLED",
    quality_score: { score: "RED", date: 1_790_000_000 },
  },
];
