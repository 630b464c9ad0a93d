/** Makes an element: `on…` functions become listeners, true attributes are set bare, null and false left out. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

export const byId = (id) => document.getElementById(id);

/**
 * Brings a parent's children in line with rows, touching only what changed, so that focus and playing media survive.
 * A row has `key`, `mark` (changes when it must be drawn again) and `draw`.
 */
export function reconcile(parent, rows) {
  const before = new Map([...parent.children].map((child) => [child.dataset.key, child]));
  let at = parent.firstElementChild;
  for (const { key, mark, draw } of rows) {
    let node = before.get(key);
    before.delete(key);
    if (!node || node.dataset.mark !== mark) {
      const fresh = draw();
      Object.assign(fresh.dataset, { key, mark });
      if (node) {
        if (node === at) at = fresh;
        node.replaceWith(fresh);
      }
      node = fresh;
    }
    if (node === at) at = at.nextElementSibling;
    else parent.insertBefore(node, at);
  }
  for (const node of before.values()) node.remove();
}

const clock = new Intl.DateTimeFormat(undefined, { hour: "2-digit", minute: "2-digit" });
const dayOf = new Intl.DateTimeFormat(undefined, { weekday: "short", day: "numeric", month: "short" });

export const timeText = (at) => clock.format(at);
export const dayText = (at) => dayOf.format(at);
