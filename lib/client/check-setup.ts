import type { LookEvent } from "@/lib/domain/doctor/said-line";
import { paths } from "@/lib/paths";
import { goToSignIn } from "./fetcher";

/** Has the server look at everything, or at one line, and hears of each line as it comes. False when it came to no end. */
export async function checkSetup(only: string | null, hear: (event: LookEvent) => void): Promise<boolean> {
  try {
    const response = await fetch(paths.api.setup(only ?? undefined), { method: "POST", cache: "no-store" });
    if (response.status === 401) goToSignIn();
    if (!response.ok || !response.body) return false;
    return await readEvents(response.body, hear);
  } catch {
    return false;
  }
}

async function readEvents(
  body: ReadableStream<Uint8Array>,
  hear: (event: LookEvent) => void,
): Promise<boolean> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let rest = "";
  let isEnded = false;
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return isEnded;
    const lines = (rest + decoder.decode(value, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    for (const line of lines.filter(Boolean)) {
      const event = JSON.parse(line) as LookEvent;
      if (event.type === "end") isEnded = true;
      hear(event);
    }
  }
}
