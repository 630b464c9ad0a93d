/** What an action or route leaves in the audit log: an action's name, and its subject's id (a pseudonym for people's). */
export type Left = [action: string, subjectId?: string];

/**
 * One action or write route. Either a good call of it, made ready by the row itself, with the entries it must leave
 * (and `isSameAgain`: that the same call once more leaves none); or the test file that looks for its entries; or why
 * it leaves none.
 */
export type Row =
  | (() => Promise<{
      call: () => Promise<unknown>;
      left: Left[];
      by?: { kind: string; id: string };
      isSameAgain?: boolean;
    }>)
  | { testedIn: string; left: string[] }
  | { because: string };

export type Rows = Record<string, Row>;
