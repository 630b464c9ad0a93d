import { stackState } from "./state";

type Sent = { providerMessageId: string };
/** A message as the customer's phone has it. */
export type PhoneItem = {
  providerMessageId: string;
  from: "customer" | "business";
  kind: string;
  header: string | null;
  text: string | null;
  media: { mediaId: string | null; link: string | null } | null;
  options: { id: string; title: string; kind: string }[];
  reactions: { customer: string | null; business: string | null };
};

/** A customer with a phone, at the stand-in for Meta. */
export class Customer {
  constructor(
    readonly id: string,
    readonly name: string,
  ) {}

  /** Does something on the phone, e.g. `{ kind: "text", text: "Hello" }`. */
  does(what: Record<string, unknown>): Promise<Sent> {
    return call(`/sim/customers/${this.id}/messages`, "POST", what);
  }

  says(text: string, more: Record<string, unknown> = {}): Promise<Sent> {
    return this.does({ kind: "text", text, ...more });
  }

  opensChat(): Promise<unknown> {
    return call(`/sim/customers/${this.id}`, "PATCH", { isChatOpen: true });
  }

  /** What has come from us, oldest first. */
  async received(): Promise<{ kind: string; text: string | null }[]> {
    const { items } = await call<{ items: { from: string; kind: string; text: string | null }[] }>(
      `/sim/customers/${this.id}/messages`,
      "GET",
    );
    return items.filter(({ from }) => from === "business").map(({ kind, text }) => ({ kind, text }));
  }

  /** What the business sent, as it is on the phone, oldest first. */
  async shown(): Promise<PhoneItem[]> {
    const { items } = await call<{ items: PhoneItem[] }>(`/sim/customers/${this.id}/messages`, "GET");
    return items.filter(({ from }) => from === "business");
  }

  /** The customer's own messages, oldest first. */
  async sent(): Promise<PhoneItem[]> {
    const { items } = await call<{ items: PhoneItem[] }>(`/sim/customers/${this.id}/messages`, "GET");
    return items.filter(({ from }) => from === "customer");
  }

  /** The texts on the phone that contain `part`, ours and theirs. */
  async texts(part: string): Promise<string[]> {
    const { items } = await call<{ items: unknown[] }>(`/sim/customers/${this.id}/messages`, "GET");
    return items.map((item) => JSON.stringify(item)).filter((item) => item.includes(part));
  }
}

let made = 0;

/** A new customer with a name that nobody else has. */
export async function newCustomer(
  channel: "whatsapp" | "instagram",
  more: Record<string, unknown> = {},
): Promise<Customer> {
  made += 1;
  const unique = `${Date.now()}${made}`;
  const name = `${names[made % names.length]} ${unique.slice(-7)}`;
  const address =
    channel === "whatsapp" ? { phone: `49${unique.slice(-11)}` } : { username: `person.${unique}` };
  const { id } = await call<{ id: string }>("/sim/customers", "POST", { channel, name, ...address, ...more });
  return new Customer(id, name);
}

const names = ["Amara", "Noor", "Ravi", "Mateus", "Yuki"];

/** Sets a fault at the stand-in: what goes wrong with the next requests. */
export const setFault = (fault: Record<string, unknown>) => call("/sim/faults", "POST", fault);

export const clearFaults = () => call("/sim/faults", "DELETE");

/** Changes how a number or an account stands at Meta (simulator/README.md). */
export const changeAccount = (id: string, change: Record<string, unknown>) =>
  call(`/sim/accounts/${id}`, "PATCH", change);

/** All is well again with a number or an account. */
export const healAccount = (id: string) => call(`/sim/accounts/${id}`, "DELETE");

/** Waits until the stand-in has no webhook left to send. */
export const flush = () => call("/sim/flush", "POST", {});

async function call<T>(path: string, method: string, body?: unknown): Promise<T> {
  const response = await fetch(stackState().simulatorUrl + path, {
    method,
    headers: { "content-type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
  const text = await response.text();
  return (text === "" ? null : JSON.parse(text)) as T;
}
