import { runTransaction } from "./run-transaction";
import { inTurn } from "./turns";
import { type PlannedWrite, Unit } from "./unit";

/**
 * Runs `work` on the store as it is and tells what it would write. Nothing is written: the transaction is taken back
 * before its end. (One that only reads would do, but the client leaves those open behind it.) `turns` as for `inUnit`.
 */
export async function rehearse<T>(
  work: (unit: Unit) => Promise<T>,
  turns: readonly string[],
): Promise<{ result: T; writes: PlannedWrite[] }> {
  try {
    return await inTurn(turns, () =>
      runTransaction(async (tx) => {
        const unit = new Unit(tx);
        const result = await work(unit);
        throw new TakenBack({ result, writes: unit.planned() });
      }),
    );
  } catch (error) {
    if (error instanceof TakenBack) return error.outcome as { result: T; writes: PlannedWrite[] };
    throw error;
  }
}

/** Leaves the transaction without a commit, with what was found out. */
class TakenBack extends Error {
  readonly outcome: unknown;
  constructor(outcome: unknown) {
    super("A rehearsal was taken back");
    this.outcome = outcome;
  }
}
