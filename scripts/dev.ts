import { runLocal } from "./local/run";

await runLocal("development");
