import { runLocal } from "./local/run";

await runLocal("production");
