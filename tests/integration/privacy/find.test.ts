import { describe, expect, test } from "vitest";
import { findPeople } from "@/lib/inbox/privacy/find-people";
import { readPerson } from "@/lib/inbox/privacy/read-person";
import { agent } from "../outbound/stand-in";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";
import { admin, erase, newPhone, now } from "./support";

useWorld("find-people");

async function found(text: string) {
  const result = await findPeople(admin, text);
  if (!result.ok) throw new Error(result.error.message);
  return result.data;
}

const names = async (text: string) => (await found(text)).people.map(({ name }) => name);

describe("finding a person", () => {
  test("takes numbers in any way of writing, ids, and how names begin", async () => {
    const at = now();
    const brazil = { waId: "5511987654321", bsuid: "BR.4455667788", name: "Bruna Lima" };
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.f1", at, "oi", brazil)));
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.f2", at, "hi", { waId: newPhone(), name: "Bruno" })),
    );
    for (const text of [
      "+55 11 98765-4321",
      "5511 8765 4321",
      "0055 11 987654321",
      "BR.4455667788",
      "55119876",
    ]) {
      expect(await names(text)).toEqual(["Bruna Lima"]);
    }
    expect((await names("brun")).sort()).toEqual(["Bruna Lima", "Bruno"]);
    expect(await names("nobody at all")).toEqual([]);
    expect(await findPeople(agent, "brun")).toMatchObject({ error: { code: "forbidden" } });
  });

  test("finds who became part of another under the one that stayed", async () => {
    const [first, second] = [newPhone(), newPhone()];
    const at = now();
    const bsuid = "DE.9988776655";
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.f3", at, "a", { waId: first, name: "Merga" })),
    );
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.f4", at + 1, "b", { bsuid })));
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.f5", at + 2, "c", { waId: first, bsuid })));
    await deliver("whatsapp", whatsappBody(whatsappText("wamid.f6", at + 3, "d", { waId: second, bsuid })));
    const { people } = await found(second);
    expect(people).toHaveLength(1);
    const person = await readPerson(admin, `wa_${bsuid}`);
    expect(person).toMatchObject({
      ok: true,
      data: { contact: { id: people[0]?.id }, threads: [{ messages: 4 }] },
    });
  });

  test("tells of an erasure by the same number, without any name", async () => {
    const waId = newPhone();
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText("wamid.f9", now(), "bye", { waId, name: "Gone Gina" })),
    );
    await erase(`wa_${waId}`);
    const { people, erased } = await found(`+${waId}`);
    expect(people).toEqual([]);
    expect(erased).toMatchObject([{ by: "Ada", counts: { messages: 1 } }]);
    expect(JSON.stringify(erased)).not.toMatch(new RegExp(`${waId}|Gina`));
    expect((await found(newPhone())).erased).toEqual([]);
  });
});
