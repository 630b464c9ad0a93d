/**
 * One growing buffer that codec.ts and order.ts write into, one finished message at a time. Only synchronous code uses
 * it, and each use ends with `take` of its own part, so uses may nest.
 */
export class ByteWriter {
  bytes: Buffer = Buffer.allocUnsafeSlow(16_384);
  at = 0;

  /** Makes room for `count` more bytes. */
  reserve(count: number): void {
    if (this.at + count <= this.bytes.length) return;
    const larger = Buffer.allocUnsafeSlow(Math.max(this.bytes.length * 2, this.at + count + 1_024));
    larger.set(this.bytes.subarray(0, this.at));
    this.bytes = larger;
  }

  byte(value: number): void {
    if (this.at === this.bytes.length) this.reserve(1);
    this.bytes[this.at++] = value;
  }

  raw(value: Uint8Array): void {
    this.reserve(value.length);
    this.bytes.set(value, this.at);
    this.at += value.length;
  }

  /** UTF-8, without length or end. */
  text(value: string): void {
    const length = value.length;
    this.reserve(length * 3);
    if (length < 48) {
      const { bytes, at } = this;
      let index = 0;
      for (; index < length; index++) {
        const unit = value.charCodeAt(index);
        if (unit > 127) break;
        bytes[at + index] = unit;
      }
      if (index === length) {
        this.at += length;
        return;
      }
    }
    this.at += this.bytes.write(value, this.at, "utf8");
  }

  double(value: number): void {
    this.reserve(8);
    this.bytes.writeDoubleBE(value, this.at);
    this.at += 8;
  }

  /** Takes what was written since `start` out, as a copy. */
  take(start: number): Uint8Array {
    const taken = new Uint8Array(this.at - start);
    if (taken.length > 64) taken.set(this.bytes.subarray(start, this.at));
    else
      for (let index = 0; index < taken.length; index++) taken[index] = this.bytes[start + index] as number;
    this.at = start;
    if (start === 0 && this.bytes.length > 4_194_304) this.bytes = Buffer.allocUnsafeSlow(16_384);
    return taken;
  }
}
