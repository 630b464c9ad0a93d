import { createCipheriv, createDecipheriv, generateKeyPairSync, randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

type Body = { plaintext?: string; ciphertext?: string; additionalAuthenticatedData?: string };

/** As much of Cloud KMS's REST API as sealing uses: encrypt and decrypt under keys of its own, in memory. */
export class PretendKms {
  readonly calls: string[] = [];
  isDown = false;
  private readonly keys = new Map<string, Buffer>();
  private readonly folder = mkdtempSync(join(tmpdir(), "parley-kms-"));
  private readonly server: Server = createServer((request, response) => {
    this.answer(request, response).catch(() => response.destroy());
  });

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, "127.0.0.1", resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    await new Promise((resolve) => this.server.close(resolve));
    rmSync(this.folder, { recursive: true, force: true });
  }

  /** A service account's file, for `GOOGLE_APPLICATION_CREDENTIALS`; its key is made up, and nobody asks Google. */
  serviceAccountFile(): string {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const path = join(this.folder, "account.json");
    const account = {
      type: "service_account",
      project_id: "demo",
      private_key_id: "made-up",
      private_key: privateKey.export({ type: "pkcs8", format: "pem" }),
      client_email: "parley@demo.invalid",
    };
    writeFileSync(path, JSON.stringify(account));
    return path;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const [, name = "", verb = ""] = /^\/v1\/(.+):(encrypt|decrypt)/.exec(request.url ?? "") ?? [];
    this.calls.push(verb);
    if (this.isDown)
      return json(response, 403, { error: { code: 403, message: "No", status: "PERMISSION_DENIED" } });
    const body = JSON.parse(Buffer.concat(chunks).toString("utf8")) as Body;
    const aad = Buffer.from(body.additionalAuthenticatedData ?? "", "base64");
    if (verb === "encrypt") {
      return json(response, 200, {
        name,
        ciphertext: this.wrap(name, Buffer.from(body.plaintext ?? "", "base64"), aad),
      });
    }
    const plain = this.unwrap(name, Buffer.from(body.ciphertext ?? "", "base64"), aad);
    if (plain) return json(response, 200, { plaintext: plain.toString("base64") });
    return json(response, 400, {
      error: { code: 400, message: "Decryption failed", status: "INVALID_ARGUMENT" },
    });
  }

  private wrap(name: string, plain: Buffer, aad: Buffer): string {
    const key = this.keys.get(name) ?? randomBytes(32);
    this.keys.set(name, key);
    const iv = randomBytes(12);
    const cipher = createCipheriv("aes-256-gcm", key, iv).setAAD(aad);
    const sealed = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64");
  }

  private unwrap(name: string, bytes: Buffer, aad: Buffer): Buffer | null {
    const key = this.keys.get(name);
    if (!key) return null;
    const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, 12)).setAAD(aad);
    decipher.setAuthTag(bytes.subarray(12, 28));
    try {
      return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]);
    } catch {
      return null;
    }
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}
