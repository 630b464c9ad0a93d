import type { Contact } from "./contact";
import type { OptOutIntent, OptOutLanguage } from "./opt-out-words";

/**
 * What a customer is answered who wants no marketing messages, or wants them again. Customers' languages are not those
 * of the inbox, so these words are not in its message catalogue.
 */
const texts: Record<OptOutLanguage, Record<OptOutIntent["intent"], string>> = {
  en: {
    stop: "You will get no more marketing messages from us. Reply START to get them again.",
    start: "You will get our marketing messages again. Reply STOP to end them.",
  },
  es: {
    stop: "No recibirás más mensajes promocionales nuestros. Responde ALTA para volver a recibirlos.",
    start: "Volverás a recibir nuestros mensajes promocionales. Responde BAJA para dejar de recibirlos.",
  },
  pt: {
    stop: "Você não receberá mais mensagens promocionais nossas. Responda VOLTAR para voltar a recebê-las.",
    start: "Você voltará a receber nossas mensagens promocionais. Responda PARAR para deixar de recebê-las.",
  },
  fr: {
    stop: "Vous ne recevrez plus nos messages promotionnels. Répondez START pour les recevoir à nouveau.",
    start: "Vous recevrez à nouveau nos messages promotionnels. Répondez STOP pour ne plus les recevoir.",
  },
  de: {
    stop: "Du erhältst keine Werbenachrichten mehr von uns. Antworte START, um sie wieder zu erhalten.",
    start: "Du erhältst wieder Werbenachrichten von uns. Antworte STOP, um sie abzubestellen.",
  },
  it: {
    stop: "Non riceverai più i nostri messaggi promozionali. Rispondi START per riceverli di nuovo.",
    start: "Riceverai di nuovo i nostri messaggi promozionali. Rispondi STOP per non riceverli più.",
  },
  nl: {
    stop: "Je ontvangt geen reclameberichten meer van ons. Antwoord START om ze weer te ontvangen.",
    start: "Je ontvangt weer reclameberichten van ons. Antwoord STOP om ze niet meer te ontvangen.",
  },
  pl: {
    stop: "Nie otrzymasz już od nas wiadomości reklamowych. Odpowiedz START, aby znów je otrzymywać.",
    start: "Znów będziesz otrzymywać nasze wiadomości reklamowe. Odpowiedz STOP, aby z nich zrezygnować.",
  },
  tr: {
    stop: "Artık bizden tanıtım mesajı almayacaksınız. Yeniden almak için START yazın.",
    start: "Tanıtım mesajlarımızı yeniden alacaksınız. Almamak için STOP yazın.",
  },
  id: {
    stop: "Anda tidak akan menerima pesan promosi dari kami lagi. Balas MULAI untuk menerimanya lagi.",
    start: "Anda akan menerima pesan promosi kami lagi. Balas BERHENTI untuk berhenti.",
  },
  ru: {
    stop: "Вы больше не будете получать от нас рекламные сообщения. Ответьте СТАРТ, чтобы получать их снова.",
    start: "Вы снова будете получать наши рекламные сообщения. Ответьте СТОП, чтобы отказаться.",
  },
  ar: {
    stop: "لن تصلك منا رسائل تسويقية بعد الآن. أجب بكلمة START لتلقيها من جديد.",
    start: "ستصلك رسائلنا التسويقية من جديد. أجب بكلمة STOP لإيقافها.",
  },
  hi: {
    stop: "अब आपको हमारे प्रचार संदेश नहीं मिलेंगे। फिर से पाने के लिए START लिखें।",
    start: "अब आपको हमारे प्रचार संदेश फिर से मिलेंगे। बंद करने के लिए STOP लिखें।",
  },
};

/** The confirmation in the customer's language: that of their word, of their country where that has
 * the word too, else English. Pure. */
export function optOutText(
  { intent, languages }: OptOutIntent,
  contact: Pick<Contact, "phone" | "bsuid">,
): string {
  const home = languageOf(contact);
  const isHomes = home !== null && (languages.length === 0 || languages.includes(home));
  return texts[isHomes ? home : (languages[0] ?? "en")][intent];
}

/** A BSUID begins with the country; otherwise the phone's country code tells it. */
function languageOf({ phone, bsuid }: Pick<Contact, "phone" | "bsuid">): OptOutLanguage | null {
  const byCountry = languageOfCountry[bsuid?.slice(0, 2) ?? ""];
  if (byCountry) return byCountry;
  if (!phone) return null;
  for (const length of [3, 2, 1]) {
    const language = languageOfCode[phone.slice(0, length)];
    if (language) return language;
  }
  return null;
}

const spanish = "ES MX AR CO CL PE EC VE UY PY BO CR PA GT HN NI SV DO CU";
const countries: [OptOutLanguage, string][] = [
  ["es", spanish],
  ["pt", "BR PT AO MZ"],
  ["fr", "FR CI SN CM MA TN DZ"],
  ["de", "DE AT"],
  ["it", "IT SM"],
  ["nl", "NL"],
  ["pl", "PL"],
  ["tr", "TR"],
  ["id", "ID"],
  ["ru", "RU BY KZ"],
  ["ar", "SA AE EG QA KW OM BH JO LB IQ YE LY"],
];
const codes: [OptOutLanguage, string][] = [
  ["es", "34 52 54 57 56 51 593 58 598 595 591 506 507 502 504 505 503 53"],
  ["pt", "55 351 244 258"],
  ["fr", "33 225 221 237 212 216 213"],
  ["de", "49 43"],
  ["it", "39 378"],
  ["nl", "31"],
  ["pl", "48"],
  ["tr", "90"],
  ["id", "62"],
  ["ru", "7 375"],
  ["ar", "966 971 20 974 965 968 973 962 961 964 967 218"],
];

const languageOfCountry = byKey(countries);
const languageOfCode = byKey(codes);

function byKey(rows: readonly [OptOutLanguage, string][]): Partial<Record<string, OptOutLanguage>> {
  return Object.fromEntries(
    rows.flatMap(([language, keys]) => keys.split(" ").map((key) => [key, language])),
  );
}
