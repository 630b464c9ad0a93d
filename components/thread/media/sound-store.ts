/** What is heard, of the one sound that plays or was played last. */
export type Sound = {
  state: "idle" | "loading" | "playing" | "paused" | "failed";
  positionMs: number;
  /** Of the file, once the browser knows; else null. */
  durationMs: number | null;
};
export type SoundSource = { src: string; type: string | null };

export const rates = [1, 1.5, 2] as const;
export type Rate = (typeof rates)[number];

const idle: Sound = { state: "idle", positionMs: 0, durationMs: null };
const sounds = new Map<string, Sound>();
const listeners = new Set<() => void>();
let playing: { key: string; element: HTMLAudioElement } | null = null;
let rate: Rate = 1;

/** For `useSyncExternalStore`. */
export function subscribeToSounds(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const soundOf = (key: string): Sound => sounds.get(key) ?? idle;
export const currentRate = (): Rate => rate;

/** Plays a sound from where it was left, and silences any other. It goes on when its row is scrolled away. */
export function playSound(key: string, sources: readonly SoundSource[]): void {
  if (playing?.key !== key) {
    stopSound();
    playing = { key, element: elementFor(key, sources) };
  }
  const { element } = playing;
  element.playbackRate = rate;
  set(key, { state: "loading" });
  element.play().catch(() => {
    if (playing?.element === element && soundOf(key).state === "loading") set(key, { state: "paused" });
  });
}

export function pauseSound(key: string): void {
  if (playing?.key === key) playing.element.pause();
}

/** Moves to a moment; also in one that does not play, which then begins there. */
export function seekSound(key: string, positionMs: number): void {
  if (playing?.key === key) playing.element.currentTime = positionMs / 1000;
  set(key, { positionMs });
}

/** The speed of this and every later sound. */
export function changeRate(next: Rate): void {
  rate = next;
  if (playing) playing.element.playbackRate = next;
  for (const listener of listeners) listener();
}

/** Silence; where it was is kept. */
export function stopSound(): void {
  if (!playing) return;
  const { key, element } = playing;
  playing = null;
  element.pause();
  element.replaceChildren();
  element.load();
  if (soundOf(key).state !== "failed") set(key, { state: "paused" });
}

/** Never in the page: rows come and go while it plays. The browser takes the first source it can play. */
function elementFor(key: string, sources: readonly SoundSource[]): HTMLAudioElement {
  const element = document.createElement("audio");
  element.preload = "auto";
  element.append(...sources.map(sourceElement));
  const start = soundOf(key).positionMs / 1000;
  const on = (type: string, change: () => Partial<Sound>) =>
    element.addEventListener(type, () => {
      if (playing?.element === element) set(key, change());
    });
  element.addEventListener("loadedmetadata", () => {
    if (start > 0) element.currentTime = start;
  });
  on("durationchange", () => ({ durationMs: finite(element.duration) }));
  on("timeupdate", () => ({ positionMs: element.currentTime * 1000 }));
  on("playing", () => ({ state: "playing" }));
  on("waiting", () => ({ state: "loading" }));
  on("pause", () => (element.ended ? {} : { state: "paused" }));
  on("ended", () => ({ state: "paused", positionMs: 0 }));
  on("error", () => ({ state: "failed" }));
  element.lastElementChild?.addEventListener("error", () => {
    if (playing?.element !== element) return;
    playing = null;
    set(key, { state: "failed" });
  });
  return element;
}

function sourceElement({ src, type }: SoundSource): HTMLSourceElement {
  const source = document.createElement("source");
  source.src = src;
  if (type) source.type = type;
  return source;
}

function set(key: string, change: Partial<Sound>): void {
  sounds.set(key, { ...soundOf(key), ...change });
  for (const listener of listeners) listener();
}

const finite = (seconds: number) => (Number.isFinite(seconds) ? seconds * 1000 : null);
