import type { Change } from "../storage/storage.ts";
import type { FieldPath } from "../values/value.ts";
import { type Equality, keyIn } from "./equality.ts";

type Aisle<T> = { field: FieldPath; targets: Map<string, Set<T>> };

/**
 * The targets of one collection or group. Those that want a certain value in a field are found by the values a document had
 * and has there.
 */
export class TargetRoom<T> {
  readonly #all = new Set<T>();
  readonly #aisles = new Map<string, Aisle<T>>();

  get isEmpty(): boolean {
    return this.#all.size === 0 && this.#aisles.size === 0;
  }

  add(equality: Equality | null, target: T): void {
    if (!equality) {
      this.#all.add(target);
      return;
    }
    const aisle = this.#aisles.get(equality.path) ?? { field: equality.field, targets: new Map() };
    this.#aisles.set(equality.path, aisle);
    const set = aisle.targets.get(equality.key) ?? new Set();
    aisle.targets.set(equality.key, set.add(target));
  }

  remove(equality: Equality | null, target: T): void {
    this.#all.delete(target);
    const aisle = equality && this.#aisles.get(equality.path);
    const set = aisle?.targets.get(equality?.key ?? "");
    if (!equality || !aisle || !set?.delete(target) || set.size > 0) return;
    aisle.targets.delete(equality.key);
    if (aisle.targets.size === 0) this.#aisles.delete(equality.path);
  }

  visit(change: Change, visit: (target: T, change: Change) => void): void {
    for (const target of this.#all) visit(target, change);
    for (const { field, targets } of this.#aisles.values()) {
      const was = keyIn(change.before?.fields(), field);
      const is = keyIn(change.after?.fields(), field);
      for (const target of (was !== null && targets.get(was)) || []) visit(target, change);
      if (was === is) continue;
      for (const target of (is !== null && targets.get(is)) || []) visit(target, change);
    }
  }
}
