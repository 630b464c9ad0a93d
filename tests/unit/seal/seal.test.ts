import { randomBytes } from "node:crypto";
import fc from "fast-check";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Sealed } from "@/lib/domain/sealed";
import { forgetEnv } from "@/lib/env";
import { forgetOpened, openSecret } from "@/lib/inbox/seal/open";
import { resealSecret } from "@/lib/inbox/seal/reseal";
import { sealingKey, sealSecret } from "@/lib/inbox/seal/seal";
import { PretendKms } from "../../support/pretend-kms";

const first = randomBytes(32).toString("base64");
const second = randomBytes(32).toString("hex");
const kmsKey = "projects/demo/locations/global/keyRings/parley/cryptoKeys/credentials";
const place = "channels/wa_1/token";

afterEach(() => set({}));

function set(values: Record<string, string>): void {
  const none = { CREDENTIALS_KEY: "", CREDENTIALS_KMS_KEY: "", CREDENTIALS_KMS_ENDPOINT: "" };
  Object.assign(process.env, none, values);
  forgetEnv();
  forgetOpened();
}

async function sealed(plain: string, where = place): Promise<Sealed> {
  const done = await sealSecret(plain, where);
  if (!done.ok) throw new Error(done.error.code);
  return done.data;
}

describe("a secret sealed with CREDENTIALS_KEY", () => {
  it("opens to what it was, whatever it was, and never looks the same twice", async () => {
    set({ CREDENTIALS_KEY: first });
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: "binary" }), async (plain) => {
        const [one, other] = [await sealed(plain), await sealed(plain)];
        expect(await openSecret(one, place)).toBe(Buffer.from(plain, "utf8").toString("utf8"));
        expect(one.box).not.toBe(other.box);
      }),
      { numRuns: 50 },
    );
  });

  it("shows nothing of itself but the last four characters of a long one", async () => {
    set({ CREDENTIALS_KEY: first });
    const long = await sealed("EAAsecret-token-9876");
    expect(long.hint).toBe("9876");
    expect(JSON.stringify(long)).not.toMatch(/EAA|secret-token/);
    expect((await sealed("short-one12")).hint).toBeNull();
  });

  it("does not open for another channel or another field", async () => {
    set({ CREDENTIALS_KEY: first });
    const box = await sealed("a-secret-of-one-channel");
    expect(await openSecret(box, "channels/wa_2/token")).toBeNull();
    expect(await openSecret(box, "channels/wa_1/appSecret")).toBeNull();
  });

  it("does not open once any byte of it was changed", async () => {
    set({ CREDENTIALS_KEY: first });
    const box = await sealed("a-secret");
    const bytes = Buffer.from(box.box, "base64url");
    for (let n = 0; n < bytes.length; n += 1) {
      const changed = Buffer.from(bytes);
      changed[n] = (changed[n] ?? 0) ^ 1;
      expect(await openSecret({ ...box, box: changed.toString("base64url") }, place)).toBeNull();
    }
    expect(await openSecret({ ...box, box: "" }, place)).toBeNull();
  });

  it("opens while its key is among those given, and is resealed under the first", async () => {
    set({ CREDENTIALS_KEY: first });
    const old = await sealed("a-secret-to-carry-over");
    set({ CREDENTIALS_KEY: `${second}, ${first}` });
    expect(await openSecret(old, place)).toBe("a-secret-to-carry-over");
    const fresh = await resealSecret(old, place);
    expect(fresh).toMatchObject({ key: sealingKey(), hint: "over", at: old.at });
    expect(await resealSecret(fresh, place)).toBe(fresh);
    set({ CREDENTIALS_KEY: second });
    expect(await openSecret(old, place)).toBeNull();
    expect(await openSecret(fresh, place)).toBe("a-secret-to-carry-over");
    expect(await resealSecret(old, place)).toBe(old);
  });

  it("is not made without a key", async () => {
    set({});
    expect(await sealSecret("a-secret", place)).toMatchObject({
      ok: false,
      error: { code: "no_credentials_key" },
    });
  });
});

describe("a secret sealed with Cloud KMS", () => {
  const kms = new PretendKms();
  let endpoint = "";
  beforeAll(async () => {
    endpoint = await kms.start();
    process.env.GOOGLE_APPLICATION_CREDENTIALS = kms.serviceAccountFile();
  });
  afterAll(async () => {
    delete process.env.GOOGLE_APPLICATION_CREDENTIALS;
    await kms.stop();
  });
  const withKms = (more: Record<string, string> = {}) =>
    set({ CREDENTIALS_KMS_KEY: kmsKey, CREDENTIALS_KMS_ENDPOINT: endpoint, ...more });

  it("has a data key of its own, wrapped by KMS, that is asked for once", async () => {
    withKms();
    const [one, other] = [await sealed("EAA-under-kms-1111"), await sealed("EAA-under-kms-2222")];
    expect(one.wrapped).not.toBe(other.wrapped);
    expect(one).toMatchObject({ key: kmsKey, hint: "1111" });
    kms.calls.length = 0;
    for (let n = 0; n < 3; n += 1) expect(await openSecret(one, place)).toBe("EAA-under-kms-1111");
    expect(kms.calls).toEqual(["decrypt"]);
    expect(await openSecret(one, "channels/wa_2/token")).toBeNull();
  });

  it("takes over what a local key sealed", async () => {
    set({ CREDENTIALS_KEY: first });
    const local = await sealed("a-secret-from-before");
    withKms({ CREDENTIALS_KEY: first });
    const moved = await resealSecret(local, place);
    withKms();
    expect(moved.key).toBe(kmsKey);
    expect(await openSecret(moved, place)).toBe("a-secret-from-before");
  });

  it("is not made, and not opened, while KMS refuses", async () => {
    withKms();
    const known = await sealed("a-secret");
    kms.isDown = true;
    expect(await openSecret(known, place)).toBeNull();
    expect(await sealSecret("a-secret", place)).toMatchObject({ ok: false, error: { code: "unavailable" } });
    kms.isDown = false;
  });
});
