import { get } from "./api.js";

/** What the page knows; drawn again whenever the simulator says that something changed. */
export const store = {
  state: null,
  customers: [],
  selectedId: null,
  messages: [],
  typingUntil: null,
  faults: [],
  standings: {},
  delivery: null,
  webhooks: [],
  requests: [],
  panel: "faults",
};

const listeners = [];
let isLoading = false;
let isStale = false;

export const onDraw = (listener) => listeners.push(listener);

export function draw() {
  for (const listener of listeners) listener();
}

export const selected = () => store.customers.find((customer) => customer.id === store.selectedId) ?? null;

/** The simulator's time, which may be ahead of the browser's. */
export const simNow = () => Date.now() + (store.state?.clockOffsetMs ?? 0);

export async function refresh() {
  if (isLoading) {
    isStale = true;
    return;
  }
  isLoading = true;
  try {
    const [state, customers, faults, delivery, standings] = await Promise.all([
      get("/state"),
      get("/customers"),
      get("/faults"),
      get("/delivery"),
      get("/accounts"),
    ]);
    Object.assign(store, {
      state,
      customers: customers.items,
      faults: faults.items,
      delivery,
      standings: standings.accounts,
    });
    if (!selected()) store.selectedId = store.customers[0]?.id ?? null;
    await Promise.all([loadChat(), loadPanel()]);
    draw();
  } finally {
    isLoading = false;
  }
  if (isStale) {
    isStale = false;
    await refresh();
  }
}

export async function select(id) {
  store.selectedId = id;
  await loadChat();
  draw();
}

async function loadChat() {
  const id = store.selectedId;
  if (!id) {
    store.messages = [];
    return;
  }
  const chat = await get(`/customers/${encodeURIComponent(id)}/messages`);
  if (id !== store.selectedId) return;
  store.messages = chat.items;
  store.typingUntil = chat.typingUntil;
}

async function loadPanel() {
  if (store.panel === "log") store.webhooks = (await get("/webhooks?limit=60")).items;
  if (store.panel === "requests") store.requests = (await get("/requests?limit=60")).items.reverse();
}
