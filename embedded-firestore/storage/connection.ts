import { DatabaseSync, type SQLInputValue, type StatementSync } from "node:sqlite";

/** One result row: its columns in order. */
export type Row = readonly unknown[];

/** A SQLite connection that keeps its prepared statements. Rows come as arrays. */
export class Connection {
  readonly db: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();

  constructor(file: string, options: { isReadOnly: boolean; cacheKiB: number }) {
    this.db = new DatabaseSync(file, { readOnly: options.isReadOnly, timeout: 5000 });
    try {
      this.db.exec(`PRAGMA cache_size = -${options.cacheKiB}; PRAGMA temp_store = MEMORY`);
    } catch (error) {
      this.db.close();
      throw error;
    }
  }

  get(sql: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#prepare(sql).get(...values) as unknown as Row | undefined;
  }

  all(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#prepare(sql).all(...values) as unknown as Row[];
  }

  run(sql: string, ...values: SQLInputValue[]): void {
    this.#prepare(sql).run(...values);
  }

  /** Rows one by one, on a statement of their own. Finish it before the next commit. */
  iterate(sql: string, ...values: SQLInputValue[]): Iterable<Row> {
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    return statement.iterate(...values) as unknown as Iterable<Row>;
  }

  exec(sql: string): void {
    this.db.exec(sql);
  }

  close(): void {
    this.#statements.clear();
    this.db.close();
  }

  #prepare(sql: string): StatementSync {
    const known = this.#statements.get(sql);
    if (known !== undefined) return known;
    const statement = this.db.prepare(sql);
    statement.setReturnArrays(true);
    this.#statements.set(sql, statement);
    return statement;
  }
}
