/** A key, as printed on a keyboard. */
export function Kbd({ children }: { children: string }) {
  return (
    <kbd className="inline-flex min-w-5 items-center justify-center rounded border border-current/25 px-1 font-mono text-xs leading-4.5">
      {children}
    </kbd>
  );
}
