/** Whether what stands around an element is written from right to left. */
export const isRightToLeft = (element: Element): boolean => getComputedStyle(element).direction === "rtl";

/** 1 for the arrow key that points onward as the page is written, -1 for the one that points back, else 0. */
export function arrowStep(key: string, element: Element): 1 | -1 | 0 {
  if (key !== "ArrowLeft" && key !== "ArrowRight") return 0;
  return (key === "ArrowRight") === isRightToLeft(element) ? -1 : 1;
}
