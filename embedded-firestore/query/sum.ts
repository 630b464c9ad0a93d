import type { Value } from "../values/value.ts";

const maxInteger = 2n ** 63n - 1n;
const minInteger = -(2n ** 63n);

/** Adds numbers up as Firestore does: integers exactly, and as a double once a double is among them or 64 bits are too few. */
export class Sum {
  #integers = 0n;
  #doubles = 0;
  #hasDouble = false;
  #count = 0;

  /** Values that are no numbers do not count. */
  add(value: Value | undefined): void {
    if (value?.kind === "integer") this.#integers += value.value;
    else if (value?.kind === "double") {
      this.#doubles += value.value;
      this.#hasDouble = true;
    } else return;
    this.#count++;
  }

  /** Integer 0 when there was no number. */
  total(): Value {
    const isInteger = !this.#hasDouble && this.#integers <= maxInteger && this.#integers >= minInteger;
    return isInteger
      ? { kind: "integer", value: this.#integers }
      : { kind: "double", value: this.#asDouble() };
  }

  /** Null when there was no number. */
  average(): Value {
    return this.#count === 0 ? { kind: "null" } : { kind: "double", value: this.#asDouble() / this.#count };
  }

  #asDouble(): number {
    return Number(this.#integers) + this.#doubles;
  }
}
