import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";

for (const channel of ["whatsapp", "instagram"] as const) {
  test(`a ${channel} message is on every agent's screen, and the answer climbs to read`, async ({
    signIn,
  }) => {
    const customer = await newCustomer(channel);
    const ines = await signIn();
    const tomas = await signIn();
    await ines.openInbox();
    await tomas.openInbox();

    await customer.says("Is it still in stock?");
    await expect(ines.row(customer)).toContainText("Is it still in stock?");
    await expect(tomas.row(customer)).toContainText("1 unread message");

    await ines.open(customer);
    await expect(ines.messages.getByText("Is it still in stock?")).toBeVisible();
    await expect(tomas.row(customer)).not.toContainText("unread");

    await tomas.open(customer);
    await ines.reply("Yes. Shall I put one aside?");
    await expect(ines.messages.getByText("Yes. Shall I put one aside?")).toBeVisible();
    await expect(tomas.messages.getByText("Yes. Shall I put one aside?")).toBeVisible();
    await expect.poll(() => customer.texts("put one aside")).toHaveLength(1);

    await customer.opensChat();
    await expect(ines.ticks("put one aside")).toHaveAccessibleName(/^Read, /);
    await expect(tomas.ticks("put one aside")).toHaveAccessibleName(/^Read, /);

    await ines.ticks("put one aside").focus();
    await expect(
      ines.page
        .getByText("Accepted")
        .or(ines.page.getByText("Sent", { exact: true }))
        .first(),
    ).toBeVisible();
  });
}

test("an answer to one message quotes it, here and on the phone", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const desk = await signIn();
  await customer.says("Which size?");
  await customer.says("And which colour?");
  await desk.openInbox();
  await desk.open(customer);

  const first = desk.messages.locator("[data-message-id]", { hasText: "Which size?" });
  await first.hover();
  await first.getByRole("button", { name: "Reply to this message" }).click();
  await expect(desk.page.getByText(`Answering ${customer.name}`)).toBeVisible();
  await desk.reply("Medium");

  const answer = desk.messages.locator("[data-message-id]", { hasText: "Medium" });
  await expect(answer.getByRole("button", { name: /Which size\?/ })).toBeVisible();
  await expect.poll(() => customer.texts("Medium")).toHaveLength(1);
});

test("a conversation assigned to someone is under their Mine, on their own screen", async ({ signIn }) => {
  const customer = await newCustomer("whatsapp");
  const ines = await signIn();
  const tomas = await signIn();
  await customer.says("Who helps me?");
  await tomas.page.goto("/inbox?tab=mine");
  await ines.openInbox();
  await ines.open(customer);
  await ines.page.getByRole("button", { name: "Assign to", exact: true }).click();
  await ines.page.getByRole("menuitemradio", { name: tomas.name }).click();
  await expect(tomas.row(customer)).toBeVisible();
  await expect(tomas.page.getByRole("tab", { name: /Mine\s*1/ })).toBeVisible();
});
