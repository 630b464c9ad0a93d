import { newCustomer } from "./support/customer";
import { expect, test } from "./support/fixtures";
import { forgetGeneralSettings } from "./support/general-settings";
import { leftoverEnglish } from "./support/leftover-english";
import { haveSettingsData, openSettingsPage, settingsPages } from "./support/settings-pages";
import { stackState } from "./support/state";

test.beforeAll(haveSettingsData);

test("an admin reads every main screen in Spanish once they choose it", async ({ signIn }) => {
  test.setTimeout(300_000);
  const customer = await newCustomer("whatsapp");
  await customer.says("Hola, ¿llega hoy mi pedido?");
  await customer.does({ kind: "location", latitude: 40.4, longitude: -3.7, name: "Oficina" });
  await customer.does({ kind: "unsupported" });
  const { page } = await signIn("admin");
  await page.goto("/settings/account");
  await page.getByRole("combobox", { name: "Language" }).selectOption({ label: "Español" });
  await page.getByRole("button", { name: "Save" }).click();
  // The page comes back in the new language by itself.
  await expect(page.getByRole("heading", { name: "Dónde tienes la sesión abierta" })).toBeVisible();
  await expect(page.locator("html")).toHaveAttribute("lang", "es");
  await expect(page.getByText("Guardado.")).toBeVisible();

  for (const path of settingsPages) {
    await test.step(path, async () => {
      await openSettingsPage(page, path);
      await expect(page.getByRole("main").getByRole("heading", { level: 1 })).toHaveCount(1);
      expect(await leftoverEnglish(page), path).toEqual([]);
    });
  }

  await page.goto("/inbox");
  await expect(page.getByRole("heading", { name: "Bandeja" })).toBeVisible();
  await page
    .getByRole("region", { name: "Conversaciones" })
    .getByRole("link", { name: customer.name })
    .click();
  await expect(page.getByRole("textbox", { name: `Responder a ${customer.name}` })).toBeVisible();
  await expect(page.getByRole("link", { name: "Abrir en Mapas" })).toBeVisible();
  expect(await leftoverEnglish(page), "a conversation").toEqual([]);

  await page.getByRole("button", { name: "Más para enviar" }).click();
  expect(await leftoverEnglish(page), "what more can be sent").toEqual([]);
  await page.keyboard.press("Escape");
  await page.getByRole("log").click();
  await page.keyboard.press("?");
  await expect(page.getByRole("dialog", { name: "Teclado" })).toBeVisible();
  expect(await leftoverEnglish(page), "the keys").toEqual([]);

  await page.goto("/nada");
  await expect(page.getByRole("heading", { name: "Aquí no hay nada" })).toBeVisible();
  expect(await leftoverEnglish(page), "a page that is not there").toEqual([]);
});

test("whoever is not signed in reads the language that their browser asks for", async ({ browser }) => {
  await forgetGeneralSettings();
  const context = await browser.newContext({ baseURL: stackState().appUrl, locale: "es-MX" });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await expect(page.getByRole("button", { name: "Iniciar sesión" })).toBeVisible();
  expect(await leftoverEnglish(page)).toEqual([]);
  await page.getByLabel("Correo electrónico").fill("nadie@example.com");
  await page.getByLabel("Contraseña", { exact: true }).fill("seis botellas verdes");
  await page.getByRole("button", { name: "Iniciar sesión" }).click();
  await expect(page.getByText("El correo o la contraseña no son correctos.")).toBeVisible();
  await context.close();
});

test("only the words of the chosen language are sent", async ({ signIn }) => {
  const { page } = await signIn();
  const html = await (await page.request.get("/inbox")).text();
  expect(html).toContain("Write a reply");
  expect(html).not.toContain("Escribe una respuesta");
});
