import { randomBytes, randomInt } from "node:crypto";

/** A WhatsApp message id in Meta's shape: base64 of a small header, the number and 20 hex digits. */
export function newWamid(numberOrId: string): string {
  const who = Buffer.from(numberOrId.slice(0, 32), "latin1");
  const tail = Buffer.from(randomBytes(10).toString("hex").toUpperCase(), "latin1");
  const bytes = Buffer.concat([
    Buffer.from([0x1c, 0x18, who.length]),
    who,
    Buffer.from([0x15, 0x02, 0x00, 0x12, 0x18, 0x14]),
    tail,
    Buffer.from([0x00]),
  ]);
  return `wamid.${bytes.toString("base64")}`;
}

/** An Instagram message id. */
export function newMid(): string {
  return `aWdfZAG1faXRlbToxOklHTWVzc2FnZAUlE${randomBytes(66).toString("base64url").replaceAll(/[-_]/g, "Z")}`;
}

export function newNumericId(digits: number): string {
  let id = String(randomInt(1, 10));
  while (id.length < digits) id += String(randomInt(0, 10));
  return id;
}

export function newTraceId(): string {
  return `A${randomBytes(16).toString("base64url")}`;
}

export function newLocalId(prefix: string): string {
  return `${prefix}_${randomBytes(6).toString("hex")}`;
}

const countries: readonly (readonly [string, string])[] = [
  ["234", "NG"],
  ["971", "AE"],
  ["33", "FR"],
  ["34", "ES"],
  ["39", "IT"],
  ["44", "GB"],
  ["49", "DE"],
  ["52", "MX"],
  ["54", "AR"],
  ["55", "BR"],
  ["62", "ID"],
  ["81", "JP"],
  ["86", "CN"],
  ["91", "IN"],
  ["7", "RU"],
  ["1", "US"],
];

/** A business-scoped user id (BSUID): country, dot, digits. */
export function newBsuid(waId: string | null): string {
  const country = countries.find(([prefix]) => waId?.startsWith(prefix))?.[1] ?? "US";
  return `${country}.${newNumericId(20)}`;
}

export function newIgsid(): string {
  return newNumericId(16);
}
