import type { Answer, WireClient } from "./client";
import { describeDocument, describeValues } from "./describe";
import { type Mirror, openMirror } from "./mirror";
import { placeholder, type Query, type Read, type Step, type Write } from "./wire";

type Message = Record<string, unknown>;
/** What a step led to, in a form that is the same on two engines that agree. */
export type Outcome = { code: number } | { ok: unknown };

export type Player = {
  play(step: Step): Promise<Outcome>;
  close(): void;
};

/** Plays steps on one engine, in a database of their own. */
export function openPlayer(client: WireClient, projectId: string): Player {
  const database = `projects/${projectId}/databases/(default)`;
  const times = new Map<string, unknown[]>();
  const mirrors: { mirror: Mirror; step: Extract<Step, { do: "listen" }> }[] = [];
  const place = <T>(found: T): T => JSON.parse(JSON.stringify(found).replaceAll(placeholder, database));
  const take = (answer: Answer<Message>, of: (message: Message) => unknown): Outcome =>
    "ok" in answer ? { ok: unplace(of(answer.ok)) } : { code: answer.code };
  const unplace = (found: unknown): unknown =>
    found === undefined ? null : JSON.parse(JSON.stringify(found).replaceAll(database, placeholder));

  const request = (writes: Write[]) =>
    place(writes).map((write) => ({ ...write, ...precondition(write, times) }));

  async function read(step: Read, transaction?: unknown): Promise<Outcome> {
    const more = transaction ? { transaction } : {};
    if (step.do === "get") {
      const answer = await client.readAll("BatchGetDocuments", { database, ...place(step), ...more });
      return take(listed(answer), ({ messages }) => sortBy((messages as Message[]).map(foundOrMissing)));
    }
    const { parent, query } = place(step);
    if (step.do === "query") {
      const answer = await client.readAll("RunQuery", { parent, structuredQuery: query, ...more });
      return take(listed(answer), ({ messages }) =>
        (messages as Message[]).filter((one) => one.document).map((one) => describeDocument(one.document)),
      );
    }
    const structuredAggregationQuery = { structuredQuery: query, aggregations: step.aggregations };
    const answer = await client.readAll("RunAggregationQuery", {
      parent,
      structuredAggregationQuery,
      ...more,
    });
    return take(listed(answer), ({ messages }) =>
      (messages as { result?: { aggregateFields?: Message } }[]).map((one) =>
        describeValues(one.result?.aggregateFields ?? {}),
      ),
    );
  }

  async function commit(writes: Write[], transaction?: unknown): Promise<Outcome> {
    const answer = await client.call("Commit", {
      database,
      writes: request(writes),
      ...(transaction ? { transaction } : {}),
    });
    if ("ok" in answer) remember(place(writes), answer.ok.writeResults as Message[] | undefined, times);
    return take(answer, (message) => describeResults(message));
  }

  async function transact(step: Extract<Step, { do: "transaction" }>): Promise<Outcome> {
    const options = step.isReadOnly ? { readOnly: {} } : { readWrite: {} };
    const begun = await client.call("BeginTransaction", { database, options });
    if (!("ok" in begun)) return { code: begun.code };
    const { transaction } = begun.ok;
    const outcomes: Outcome[] = [];
    for (const one of step.reads) outcomes.push(await read(one, transaction));
    // A refused read ends a transaction in one engine and not in the other; clients give up in either.
    if (outcomes.some((one) => "code" in one) || step.end === "rollback") {
      const ended = await client.call("Rollback", { database, transaction });
      const hasFailed = outcomes.some((one) => "code" in one);
      outcomes.push(hasFailed ? { ok: "given up" } : take(ended, () => "rolled back"));
      return { ok: outcomes };
    }
    const committed = await commit(step.writes, transaction);
    // The emulator goes on holding what a refused commit had locked.
    if ("code" in committed) await client.call("Rollback", { database, transaction });
    return { ok: [...outcomes, committed] };
  }

  async function play(step: Step): Promise<Outcome> {
    if (step.do === "commit") return commit(step.writes);
    if (step.do === "transaction") return transact(step);
    if (step.do === "settle") return settle();
    if (step.do === "listen") return listen(step);
    if (step.do === "batchWrite") return batchWrite(step.writes);
    if (step.do === "list") return list(place(step));
    if (step.do === "collections") {
      const answer = await client.call("ListCollectionIds", { parent: place(step.parent) });
      return take(answer, (message) => message.collectionIds ?? []);
    }
    return read(step);
  }

  async function batchWrite(writes: Write[]): Promise<Outcome> {
    const answer = await client.call("BatchWrite", { database, writes: request(writes) });
    if ("ok" in answer) {
      const { writeResults = [], status = [] } = answer.ok as {
        writeResults?: Message[];
        status?: Message[];
      };
      const done = place(writes).filter((_, index) => !status[index]?.code);
      remember(
        done,
        writeResults.filter((_, index) => !status[index]?.code),
        times,
      );
    }
    return take(answer, (message) => [
      describeResults(message),
      ((message.status as { code?: number }[] | undefined) ?? []).map((one) => one.code ?? 0),
    ]);
  }

  async function list(step: Extract<Step, { do: "list" }>): Promise<Outcome> {
    const pages: unknown[] = [];
    let pageToken = "";
    do {
      const { parent, collectionId, showMissing, pageSize } = step;
      const answer = await client.call("ListDocuments", {
        parent,
        collectionId,
        showMissing,
        pageSize,
        pageToken,
      });
      if (!("ok" in answer)) return { code: answer.code };
      pages.push(...((answer.ok.documents as unknown[]) ?? []).map(describeDocument));
      pageToken = String(answer.ok.nextPageToken ?? "");
    } while (pageToken && pages.length < 500);
    return { ok: unplace(pages) };
  }

  async function listen(step: Extract<Step, { do: "listen" }>): Promise<Outcome> {
    const { parent, query } = place(step);
    const { select: _unused, ...rest } = query;
    const found = await read({ do: "query", parent: step.parent, query: rest });
    // What a query refuses is compared by queries. Offsets are not for listeners, nor are the emulator's odd scans.
    const isOdd = query.offset !== undefined || !query.from[0]?.collectionId || isBackwards(query);
    if ("code" in found || isOdd || mirrors.length > 8) return { ok: "no listener" };
    const target = { query: { parent, structuredQuery: rest } };
    mirrors.push({ mirror: openMirror(client, database, target), step: { ...step, query: place(rest) } });
    return settle();
  }

  /** Waits until each listener holds what its query finds, and says which never did. */
  async function settle(): Promise<Outcome> {
    const states = mirrors.map(async ({ mirror, step }) => {
      const answer = await client.readAll("RunQuery", {
        parent: place(step.parent),
        structuredQuery: step.query,
      });
      if (!("ok" in answer)) return { query: answer.code };
      const expected = answer.ok.filter((one) => one.document).map((one) => describeDocument(one.document));
      return (await mirror.reaches(sortBy(expected))) ? "settled" : { expected, held: mirror.held() };
    });
    return { ok: unplace(await Promise.all(states)) };
  }

  return {
    play,
    close: () => {
      for (const { mirror } of mirrors) mirror.close();
    },
  };
}

const listed = (answer: Answer<Message[]>): Answer<Message> =>
  "ok" in answer ? { ok: { messages: answer.ok } } : answer;

const foundOrMissing = (message: Message) =>
  message.found ? describeDocument(message.found) : { missing: message.missing };

export const sortBy = <T>(found: T[]): T[] =>
  found
    .map((one) => [JSON.stringify(one), one] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, one]) => one);

/** Which writes took the commit's time and what their transforms gave. */
function describeResults(message: Message) {
  const commitTime = JSON.stringify(message.commitTime);
  const results = (message.writeResults as { updateTime?: unknown; transformResults?: unknown[] }[]) ?? [];
  return results.map((one) => ({
    ...(commitTime && one.updateTime ? { isNow: JSON.stringify(one.updateTime) === commitTime } : {}),
    transforms: (one.transformResults ?? []).map((found) => describeValues({ found })),
  }));
}

function precondition(write: Write, times: Map<string, unknown[]>) {
  const wanted = write.currentDocument?.updateTime;
  if (!wanted) return {};
  const known = times.get(write.update?.name ?? write.delete ?? "") ?? [];
  const found = wanted === "latest" ? known.at(-1) : known.find((time) => !isSame(time, known.at(-1)));
  return { currentDocument: { updateTime: found ?? { seconds: "1", nanos: 0 } } };
}

function remember(writes: Write[], results: Message[] | undefined, times: Map<string, unknown[]>): void {
  writes.forEach((write, index) => {
    const name = write.update?.name ?? write.delete ?? "";
    const time = results?.[index]?.updateTime;
    if (time) times.set(name, [...(times.get(name) ?? []), time]);
  });
}

const isBackwards = ({ orderBy }: Query) =>
  (orderBy ?? []).some((one) => one.field.fieldPath === "__name__" && one.direction === "DESCENDING");

const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
