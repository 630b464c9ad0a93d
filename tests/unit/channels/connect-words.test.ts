import { describe, expect, it } from "vitest";
import { ConnectForm, connectProblems } from "@/lib/domain/channel-form";
import channels from "@/messages/en/channels.json";

const number = {
  type: "whatsapp",
  phoneNumberId: "106540352242922",
  wabaId: "102290129340398",
  token: "EAAa-token-of-a-system-user",
  appSecret: "0123456789abcdef0123456789abcdef",
};
const fieldsAtFault = (form: unknown) => {
  const parsed = ConnectForm.safeParse(form);
  return parsed.success ? [] : parsed.error.issues.map(({ path }) => String(path[0]));
};

describe("what is typed to connect a channel", () => {
  it("may have spaces and line ends around it, as pasting brings them along", () => {
    const pasted = { ...number, token: ` ${number.token}\n`, wabaId: "102290129340398 " };
    expect(ConnectForm.parse(pasted)).toEqual(number);
  });

  it.each([
    ["phoneNumberId", "+1 555 010 0199"],
    ["wabaId", ""],
    ["token", "two words"],
    ["appSecret", "short"],
  ])("is told apart by field: %s", (field, value) => {
    expect(fieldsAtFault({ ...number, [field]: value })).toEqual([field]);
    expect(channels.connect.fieldErrors).toHaveProperty(field);
  });

  it("takes an Instagram account without a Page, and a Page only by its digits", () => {
    const account = {
      type: "instagram",
      login: "facebook",
      pageId: "",
      token: number.token,
      appSecret: number.appSecret,
    };
    expect(ConnectForm.parse(account)).toMatchObject({ pageId: null });
    expect(fieldsAtFault({ ...account, pageId: "my page" })).toEqual(["pageId"]);
  });

  it("has words for everything that Meta may have against it", () => {
    expect(Object.keys(channels.problems).sort()).toEqual([...connectProblems].sort());
  });
});
