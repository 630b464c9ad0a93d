/** The languages in which customers are answered about marketing messages. */
export const optOutLanguages = [
  "en",
  "es",
  "pt",
  "fr",
  "de",
  "it",
  "nl",
  "pl",
  "tr",
  "id",
  "ru",
  "ar",
  "hi",
] as const;
export type OptOutLanguage = (typeof optOutLanguages)[number];
export type OptOutIntent = {
  intent: "stop" | "start";
  /** Whose word it is; none for words that people write everywhere. */
  languages: OptOutLanguage[];
};

/**
 * Whether a message means "no more marketing" or "marketing again". Only when it is nothing but such a word: "stop" in
 * a sentence means something else. Case, accents, quotes and closing marks do not count. Pure.
 */
export function optOutIntent(text: string | null): OptOutIntent | null {
  if (text === null || text.length > MAX_CHARS) return null;
  const word = bare(text);
  if (word === "") return null;
  return known.get(word) ?? null;
}

const MAX_CHARS = 60;

const everywhere = { stop: ["stop", "stopall", "stop all"], start: ["start", "unstop"] };

const words: Record<OptOutLanguage, { stop: string[]; start: string[] }> = {
  en: {
    stop: ["unsubscribe", "opt out", "optout", "opt-out", "stop promotions", "stop messages", "remove me"],
    start: ["subscribe", "opt in", "optin", "opt-in", "start promotions", "resume", "resubscribe"],
  },
  es: {
    stop: [
      "baja",
      "alto",
      "parar",
      "detener",
      "darme de baja",
      "dar de baja",
      "cancelar suscripcion",
      "no molestar",
    ],
    start: ["alta", "suscribir", "suscribirme", "darme de alta", "reanudar"],
  },
  pt: {
    stop: ["parar", "pare", "sair", "descadastrar", "cancelar inscricao", "nao quero receber"],
    start: ["voltar", "inscrever", "cadastrar", "quero receber"],
  },
  fr: {
    stop: ["arret", "arreter", "desabonner", "me desabonner", "desinscription", "desinscrire", "stop pub"],
    start: ["abonner", "m'abonner", "reabonner", "reprendre"],
  },
  de: {
    stop: ["stopp", "abmelden", "abbestellen", "austragen", "keine werbung", "abmeldung"],
    start: ["anmelden", "abonnieren", "fortsetzen"],
  },
  it: {
    stop: ["ferma", "fermare", "cancellami", "disiscrivimi", "disiscriviti", "annulla iscrizione"],
    start: ["iscrivimi", "iscriviti", "riprendi"],
  },
  nl: {
    stop: ["stoppen", "afmelden", "uitschrijven", "geen reclame"],
    start: ["aanmelden", "inschrijven", "hervatten"],
  },
  pl: {
    stop: ["zatrzymaj", "wypisz", "wypisz mnie", "rezygnuje", "anuluj subskrypcje"],
    start: ["zapisz", "zapisz mnie", "wznow"],
  },
  tr: {
    stop: ["dur", "durdur", "abonelikten cik"],
    start: ["baslat", "basla", "abone ol", "onay"],
  },
  id: { stop: ["berhenti", "henti", "berhenti berlangganan"], start: ["mulai", "berlangganan", "lanjutkan"] },
  ru: {
    stop: ["стоп", "отписаться", "отписка", "отпишите меня"],
    start: ["старт", "подписаться", "возобновить"],
  },
  ar: {
    stop: ["توقف", "إيقاف", "ايقاف", "قف", "الغاء الاشتراك", "إلغاء الاشتراك"],
    start: ["ابدأ", "اشتراك", "استئناف"],
  },
  hi: { stop: ["रोकें", "रोको", "बंद करें", "बंद करो", "सदस्यता समाप्त"], start: ["शुरू करें", "शुरू", "सदस्यता लें"] },
};

const known = table();

function table(): Map<string, OptOutIntent> {
  const rows = new Map<string, OptOutIntent>();
  const add = (intent: OptOutIntent["intent"], word: string, language: OptOutLanguage) => {
    const row = rows.get(bare(word));
    if (!row) rows.set(bare(word), { intent, languages: [language] });
    else if (row.languages.length > 0) row.languages.push(language);
  };
  for (const word of everywhere.stop) rows.set(word, { intent: "stop", languages: [] });
  for (const word of everywhere.start) rows.set(word, { intent: "start", languages: [] });
  for (const language of optOutLanguages) {
    for (const word of words[language].stop) add("stop", word, language);
    for (const word of words[language].start) add("start", word, language);
  }
  return rows;
}

/** Letters as they are compared: no case, no Latin accents, no marks around the words, one space between them. */
function bare(text: string): string {
  return text
    .normalize("NFKD")
    .replaceAll(/[\u0300-\u036f]/g, "")
    .toLowerCase()
    .replaceAll("ı", "i")
    .replaceAll("’", "'")
    .replaceAll(/^[\s"'“”„«»()*_~.!¡?¿,;:-]+|[\s"'“”„«»()*_~.!¡?¿,;:。！-]+$/g, "")
    .replaceAll(/\s+/g, " ")
    .normalize("NFC");
}
