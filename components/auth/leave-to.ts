/** Loads another page afresh, so that nothing of who was signed in before stays in memory. Never resolves. */
export function leaveTo(path: string): Promise<never> {
  window.location.assign(path);
  return new Promise(() => {});
}
