import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const withMessages = createNextIntlPlugin("./lib/server/i18n.ts");

const config: NextConfig = { output: "standalone" };
export default withMessages(config);
