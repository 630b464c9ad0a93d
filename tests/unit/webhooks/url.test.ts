import { describe, expect, it } from "vitest";
import { readWebhookUrl } from "@/lib/domain/webhook-url";
import { createPoster } from "@/lib/inbox/webhooks/post";
import { isPublicAddress } from "@/lib/inbox/webhooks/public-address";
import { type Resolver, resolveHost } from "@/lib/inbox/webhooks/resolve";

const names: Record<string, string[]> = {
  "public.example.com": ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"],
  "127.0.0.1.nip.example": ["127.0.0.1"],
  "10-0-0-1.nip.example": ["10.0.0.1"],
  "mixed.example.com": ["93.184.215.14", "192.168.1.1"],
  "metadata.example.com": ["169.254.169.254"],
  "six.example.com": ["fd00:ec2::254"],
  "mapped.example.com": ["::ffff:10.0.0.1"],
  "nat64.example.com": ["64:ff9b::a00:1"],
  "azure.example.com": ["168.63.129.16"],
};
const resolver: Resolver = async (hostname) => {
  if (/^[\d.]+$/.test(hostname) || hostname.includes(":")) {
    return [{ address: hostname, family: hostname.includes(":") ? 6 : 4 }];
  }
  const found = names[hostname];
  if (!found) throw new Error("ENOTFOUND");
  return found.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
};

const mayGo = async (text: string) => {
  const url = readWebhookUrl(text);
  return url.ok && (await resolveHost(url.data.hostname, false, resolver)).ok;
};

describe("a webhook's URL", () => {
  it.each([
    "https://public.example.com/hook",
    "https://public.example.com:443/hook?x=1",
    "https://public.example.com:8443/",
    "https://93.184.215.14/",
    "https://[2606:2800:21f:cb07:6820:80da:af6b:8b2c]/",
  ])("may be %s", async (text) => expect(await mayGo(text)).toBe(true));

  it.each([
    "http://public.example.com/",
    "ftp://public.example.com/",
    "file:///etc/passwd",
    "gopher://public.example.com/",
    "javascript:alert(1)",
    "not a url",
    "",
    "https://user:pass@public.example.com/",
    "https://user@public.example.com/",
    "https://public.example.com:22/",
    "https://public.example.com:80/",
    "https://public.example.com:6379/",
    "https://localhost/",
    "https://localhost./",
    "https://LOCALHOST/",
    "https://a.localhost/",
    "https://127.0.0.1/",
    "https://127.1/",
    "https://2130706433/",
    "https://0x7f000001/",
    "https://0x7f.1/",
    "https://017700000001/",
    "https://0177.0.0.1/",
    "https://①②⑦.0.0.1/",
    "https://127。0。0。1/",
    "https://0.0.0.0/",
    "https://0/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.0.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://100.100.100.200/",
    "https://168.63.129.16/",
    "https://192.0.0.192/",
    "https://198.18.0.1/",
    "https://224.0.0.1/",
    "https://255.255.255.255/",
    "https://[::1]/",
    "https://[::]/",
    "https://[::127.0.0.1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::ffff:a9fe:a9fe]/",
    "https://[fe80::1]/",
    "https://[fd00:ec2::254]/",
    "https://[fec0::1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[64:ff9b:1::a00:1]/",
    "https://[2002:7f00:1::]/",
    "https://[2001:0:4136:e378:8000:63bf:3fff:fdd2]/",
    "https://[::ffff:0:7f00:1]/",
    "https://127.0.0.1.nip.example/",
    "https://10-0-0-1.nip.example/",
    "https://mixed.example.com/",
    "https://metadata.example.com/",
    "https://six.example.com/",
    "https://mapped.example.com/",
    "https://nat64.example.com/",
    "https://azure.example.com/",
    "https://nowhere.example.com/",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://printer.local/",
  ])("may not be %s", async (text) => expect(await mayGo(text)).toBe(false));

  it("says why in a word", () => {
    const reasonOf = (text: string) => {
      const url = readWebhookUrl(text);
      return url.ok ? null : url.error.details?.reason;
    };
    expect(reasonOf("http://example.com/")).toBe("not_https");
    expect(reasonOf("https://a:b@example.com/")).toBe("credentials");
    expect(reasonOf("https://example.com:5432/")).toBe("port");
    expect(reasonOf("https://localhost/")).toBe("private");
    expect(reasonOf("example.com")).toBe("unreadable");
  });

  it("may lead to this machine only where that is allowed, and to no other inside", () => {
    expect(readWebhookUrl("http://127.0.0.1:3999/", true).ok).toBe(true);
    expect(readWebhookUrl("http://localhost:3999/", true).ok).toBe(true);
    expect(readWebhookUrl("http://10.0.0.1:3999/", true).ok).toBe(false);
    expect(readWebhookUrl("http://127.0.0.1:3999/", false).ok).toBe(false);
  });
});

describe("sending", () => {
  it.each([
    ["https://mixed.example.com/", "refused_address"],
    ["https://metadata.example.com/", "refused_address"],
    ["https://nowhere.example.com/", "unresolved"],
    ["https://127.0.0.1/", "refused_address"],
    ["https://[::ffff:127.0.0.1]/", "refused_address"],
    ["http://public.example.com/", "refused_address"],
  ])("to %s connects to nothing", async (url, error) => {
    const { post, close } = createPoster({ isLoopbackAllowed: false, resolver });
    expect(await post(url, "{}", {})).toMatchObject({ status: null, error });
    await close();
  });

  it("asks for the address at the moment of connecting, so a name that changed is refused", async () => {
    let asked = 0;
    const rebinding: Resolver = async () => {
      asked += 1;
      return [{ address: asked === 1 ? "93.184.215.14" : "127.0.0.1", family: 4 }];
    };
    const checked = await resolveHost("rebind.example.com", false, rebinding);
    expect(checked.ok).toBe(true);
    const { post, close } = createPoster({ isLoopbackAllowed: false, resolver: rebinding });
    expect(await post("https://rebind.example.com/", "{}", {})).toMatchObject({ error: "refused_address" });
    expect(asked).toBe(2);
    await close();
  });
});

it("takes nothing that is not an address for a public one", () => {
  for (const text of ["", "localhost", "1", "93.184.215.14/24", "fe80::1%eth0"]) {
    expect(isPublicAddress(text), text).toBe(false);
  }
});
