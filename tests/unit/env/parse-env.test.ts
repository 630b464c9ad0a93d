import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/env";

describe("the environment", () => {
  it("needs nothing to be read, and fills in what has a default", () => {
    expect(parseEnv({})).toMatchObject({
      META_GRAPH_VERSION: "v26.0",
      META_GRAPH_BASE_URL: "https://graph.facebook.com",
    });
  });

  it("takes an empty variable for one that is not there", () => {
    expect(parseEnv({ API_KEY: "", APP_URL: "" })).not.toHaveProperty("API_KEY");
  });

  it("reads several app secrets, with or without spaces", () => {
    expect(parseEnv({ META_APP_SECRET: "new, old ," }).META_APP_SECRET).toEqual(["new", "old"]);
  });

  it("takes a folder for the embedded store", () => {
    expect(parseEnv({ PARLEY_DATA: "/data" }).PARLEY_DATA).toBe("/data");
  });

  it("names every bad variable at once, and no value", () => {
    const bad = { META_GRAPH_VERSION: "26", API_KEY: "tiny-secret", APP_URL: "nowhere" };
    expect(() => parseEnv(bad)).toThrow(/META_GRAPH_VERSION.*\n.*API_KEY|APP_URL/s);
    expect(() => parseEnv(bad)).not.toThrow(/tiny-secret|nowhere/);
  });

  it.each([
    [{ WHATSAPP_PHONE_NUMBER_ID: "1" }, /WHATSAPP_BUSINESS_ACCOUNT_ID is missing/],
    [
      { PARLEY_DATA: "/data", NEXT_PUBLIC_FIREBASE_API_KEY: "x" },
      /NEXT_PUBLIC_FIREBASE_API_KEY.*local accounts/,
    ],
    [{ MEDIA_DIR: "media" }, /MEDIA_DIR is not a whole path/],
    [{ MEDIA_DIR: "/media", MEDIA_BUCKET: "media" }, /MEDIA_DIR and MEDIA_BUCKET/],
  ])("refuses %j and says what to do", (given, words) => {
    expect(() => parseEnv(given)).toThrow(words);
  });
});
