"use client";
import { type RefObject, useEffect, useEffectEvent, useState } from "react";

/**
 * Takes files that are dropped anywhere onto the thread around `field`, or pasted into `field`. Gives the place of the
 * thread while files hang over it. A drop beside it must not make the browser leave the page.
 */
export function useDrop(
  field: RefObject<HTMLTextAreaElement | null>,
  onFiles: (files: File[]) => void,
): DOMRect | null {
  const [over, setOver] = useState<DOMRect | null>(null);
  const take = useEffectEvent(onFiles);

  useEffect(() => {
    const thread = field.current?.closest("section");
    if (!thread) return;
    const stopping = new AbortController();
    const { signal } = stopping;
    const textarea = field.current;
    const isIn = (event: DragEvent) => event.target instanceof Node && thread.contains(event.target);

    window.addEventListener("dragover", onDragOver, { signal });
    window.addEventListener("dragleave", onDragLeave, { signal });
    window.addEventListener("drop", onDrop, { signal });
    textarea?.addEventListener("paste", onPaste, { signal });
    return () => stopping.abort();

    function onDragOver(event: DragEvent) {
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (event.dataTransfer) event.dataTransfer.dropEffect = isIn(event) ? "copy" : "none";
      setOver(isIn(event) ? (known) => known ?? thread?.getBoundingClientRect() ?? null : null);
    }
    function onDragLeave(event: DragEvent) {
      if (event.relatedTarget === null) setOver(null);
    }
    function onDrop(event: DragEvent) {
      setOver(null);
      if (!hasFiles(event)) return;
      event.preventDefault();
      if (isIn(event)) take([...(event.dataTransfer?.files ?? [])]);
    }
    function onPaste(event: ClipboardEvent) {
      const files = [...(event.clipboardData?.files ?? [])];
      const types = event.clipboardData?.types ?? [];
      // Cells of a table come as text and as a picture of it: then the text is meant.
      const isTable = types.includes("text/plain") && types.includes("text/html");
      if (files.length === 0 || isTable) return;
      event.preventDefault();
      take(files);
    }
  }, [field]);

  return over;
}

const hasFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
