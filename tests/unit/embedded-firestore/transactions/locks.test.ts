import { describe, expect, it } from "vitest";
import { lockAll, lockForPlainCommit } from "@/embedded-firestore/transactions/lock-all";
import { type LockMode, type LockOwner, Locks, newOwner } from "@/embedded-firestore/transactions/locks";

const later = Number.MAX_SAFE_INTEGER;

/** Asks for a lock and notes the outcome when it comes. */
function ask(locks: Locks, owner: LockOwner, key: string, mode: LockMode = "exclusive", until = later) {
  const asked = { outcome: "waiting" as string };
  const wait = locks.acquire(owner, key, mode, until);
  if (wait === undefined) asked.outcome = "held";
  wait?.then(
    () => {
      asked.outcome = "held";
    },
    (error: Error) => {
      asked.outcome = error.message;
    },
  );
  return asked;
}

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

describe("document locks", () => {
  it("are held by one transaction at a time, in the order they were asked for", async () => {
    const locks = new Locks();
    const owners = [newOwner(), newOwner(), newOwner()] as const;
    const asked = owners.map((owner) => ask(locks, owner, "a"));
    expect(asked.map((one) => one.outcome)).toEqual(["held", "waiting", "waiting"]);
    locks.release(owners[0]);
    await settled();
    expect(asked.map((one) => one.outcome)).toEqual(["held", "held", "waiting"]);
    locks.release(owners[1]);
    await settled();
    expect(asked[2]?.outcome).toBe("held");
  });

  it("are granted again to who has them", () => {
    const locks = new Locks();
    const owner = newOwner();
    ask(locks, owner, "a");
    expect(ask(locks, owner, "a").outcome).toBe("held");
  });

  it("are shared by plain commits, which wait behind a transaction that waits", async () => {
    const locks = new Locks();
    const [first, second, transaction, third] = [newOwner(), newOwner(), newOwner(), newOwner()] as const;
    expect(ask(locks, first, "a", "shared").outcome).toBe("held");
    expect(ask(locks, second, "a", "shared").outcome).toBe("held");
    const alone = ask(locks, transaction, "a");
    const behind = ask(locks, third, "a", "shared");
    locks.release(first);
    locks.release(second);
    await settled();
    expect([alone.outcome, behind.outcome]).toEqual(["held", "waiting"]);
    locks.release(transaction);
    await settled();
    expect(behind.outcome).toBe("held");
  });

  it("refuse the request that closes a circle, at once", async () => {
    const locks = new Locks();
    const [first, second, third] = [newOwner(), newOwner(), newOwner()] as const;
    ask(locks, first, "a");
    ask(locks, second, "b");
    ask(locks, third, "c");
    const one = ask(locks, first, "b");
    const two = ask(locks, second, "c");
    const three = ask(locks, third, "a");
    await settled();
    expect(three.outcome).toMatch(/wait for each other/);
    locks.release(third);
    await settled();
    expect([one.outcome, two.outcome]).toEqual(["waiting", "held"]);
  });

  it("give up a wait when its time is over, and let the next go first", async () => {
    const locks = new Locks();
    const [holder, impatient, patient] = [newOwner(), newOwner(), newOwner()] as const;
    ask(locks, holder, "a", "shared");
    const first = ask(locks, impatient, "a", "exclusive", 1_000);
    const second = ask(locks, patient, "a", "shared");
    locks.expire(999);
    await settled();
    expect([first.outcome, second.outcome]).toEqual(["waiting", "waiting"]);
    locks.expire(1_000);
    await settled();
    expect(first.outcome).toMatch(/lock timeout/);
    expect(second.outcome).toBe("held");
  });

  it("end the wait of an owner that lets go of everything", async () => {
    const locks = new Locks();
    const [holder, waiting] = [newOwner(), newOwner()] as const;
    ask(locks, holder, "a");
    const asked = ask(locks, waiting, "a");
    locks.release(waiting);
    await settled();
    expect(asked.outcome).toMatch(/ended while it waited/);
    expect(locks.isWanted(holder)).toBe(false);
  });

  it("know whether somebody waits for an owner", () => {
    const locks = new Locks();
    const holder = newOwner();
    ask(locks, holder, "a");
    expect(locks.isWanted(holder)).toBe(false);
    ask(locks, newOwner(), "a");
    expect(locks.isWanted(holder)).toBe(true);
  });

  it("are taken in one order by all, so that two that want the same do not block each other", async () => {
    const locks = new Locks();
    const [first, second] = [newOwner(), newOwner()] as const;
    expect(lockAll(locks, first, ["b", "a"], "exclusive", later)).toBeUndefined();
    const wait = lockAll(locks, second, ["a", "b"], "exclusive", later);
    locks.release(first);
    await wait;
    expect([...second.held]).toEqual(["a", "b"]);
  });

  it("make a plain commit give way in a deadlock and take its turn", async () => {
    const locks = new Locks();
    const [plain, transaction] = [newOwner(), newOwner()] as const;
    ask(locks, plain, "a", "shared");
    ask(locks, transaction, "b");
    const wanted = ask(locks, transaction, "a");
    const wait = lockAll(locks, plain, ["a", "b"], "shared", later) as Promise<void>;
    const done = lockForPlainCommit(wait, locks, plain, ["a", "b"], later);
    await settled();
    expect(wanted.outcome).toBe("held");
    locks.release(transaction);
    await done;
    expect([...plain.held].sort()).toEqual(["a", "b"]);
  });
});
