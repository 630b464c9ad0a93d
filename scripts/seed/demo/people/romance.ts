import { ines, type Play, reacts, says, sends, tomas } from "../script";

const hour = 60;
const day = 24 * hour;

export const romance: Play[] = [
  {
    channel: "whatsapp",
    name: "Beatriz Almeida",
    phone: "351912345678",
    endedAgo: 2,
    steps: [
      says(0, "Bom dia! A minha encomenda chega hoje?"),
      says(1, "É para um aniversário à noite, estou um bocadinho aflita 😅"),
    ],
  },
  {
    channel: "whatsapp",
    name: "João Batista",
    phone: "5511987654321",
    endedAgo: 14,
    assignee: "tomas",
    steps: [
      says(0, "Oi, paguei no Pix mas o pedido continua como pendente"),
      sends(1, "image", { sample: "parcel", caption: "Segue o comprovante" }),
      tomas(9, "Obrigado, João! Encontrei o pagamento e já liberei o pedido.", "read", { as: "pix" }),
      reacts(1, "pix", "👏"),
      says(2, "Perfeito, valeu demais"),
    ],
  },
  {
    channel: "instagram",
    name: "Camila Duarte",
    username: "camila.duarte.arq",
    endedAgo: 27,
    steps: [
      says(0, "Vocês fazem peças sob medida para restaurantes?"),
      says(1, "Preciso de 120 pratos rasos, 27 cm"),
      sends(1, "image", { sample: "mug" }),
    ],
  },
  {
    channel: "whatsapp",
    name: "Camille Moreau",
    phone: "33612345678",
    endedAgo: 38,
    assignee: "ines",
    unread: 0,
    steps: [
      says(0, "Bonjour, puis-je retourner une tasse déjà utilisée une fois ?"),
      ines(10, "Bonjour Camille, oui, sous 14 jours et propre 🙂 Je vous envoie l'étiquette de retour."),
      says(6, "Super, merci beaucoup"),
      ines(2, "Avec plaisir ! L'étiquette est dans vos e-mails.", "delivered"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Étienne Dubois",
    phone: "33698765432",
    endedAgo: 63,
    steps: [
      sends(0, "location", {
        latitude: 45.764,
        longitude: 4.8357,
        name: "Atelier Dubois",
        address: "Lyon 2e",
      }),
      says(1, "Le livreur peut déposer ici jusqu'à 18 h"),
      sends(1, "contacts", { name: "Lucie Dubois", phone: "+33 6 11 22 33 44" }),
      says(0, "C'est ma sœur, elle sera sur place"),
    ],
  },
  {
    channel: "instagram",
    name: "Margaux",
    username: "chez.margaux",
    endedAgo: 5 * hour,
    unread: 0,
    steps: [
      sends(0, "postback", { text: "Voir les horaires", payload: "HOURS" }),
      tomas(12, "Bonjour ! Nous sommes ouverts du mardi au samedi, de 10 h à 19 h.", "read"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Lucía Fernández",
    phone: "34612345678",
    endedAgo: 8,
    steps: [
      says(0, "Hola, ¿tenéis la fuente grande en blanco?"),
      ines(4, "¡Hola Lucía! Nos quedan tres. ¿Te guardo una?", "read", { as: "offer" }),
      says(2, "Sí, porfa, y ponla para regalo 🎁", { to: "offer" }),
    ],
  },
  {
    channel: "whatsapp",
    name: "Diego Herrera",
    phone: "5215512345678",
    endedAgo: 88,
    assignee: "tomas",
    unread: 0,
    steps: [
      says(0, "Buenas, me llegó una taza de más, ¿cómo se las regreso?"),
      tomas(16, "¡Qué honesto! Quédatela, Diego, va por nuestra cuenta."),
      says(3, "¿En serio? Muchas gracias 🙌"),
    ],
  },
  {
    channel: "whatsapp",
    name: "Valentina Ríos",
    phone: "5491123456789",
    endedAgo: day + 40,
    steps: [says(0, "Hola! Hacen envíos a Córdoba?"), says(35, "Hola? Alguien?")],
  },
  {
    channel: "whatsapp",
    name: "Giulia Conti",
    phone: "393331234567",
    endedAgo: 2 * hour + 20,
    assignee: "ines",
    unread: 0,
    steps: [
      says(0, "Buongiorno, posso avere la fattura dell'ordine 2176?"),
      ines(13, "Buongiorno Giulia, certo. La riceve entro oggi.", "read"),
      says(2, "Perfetto, grazie mille"),
    ],
  },
  {
    channel: "instagram",
    name: "Ana Popescu",
    username: "ana.popescu",
    endedAgo: 4 * day,
    unread: 0,
    steps: [
      says(0, "Bună! Faceți și ateliere pentru copii?"),
      ines(200, "Bună, Ana! Da, în fiecare sâmbătă la 11. Îți trimit detaliile.", { failedWith: 10 }),
    ],
  },
];
