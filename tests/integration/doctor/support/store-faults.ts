import type { Firestore, Query } from "firebase-admin/firestore";
import { forgetDoorSecrets } from "@/lib/inbox/channels/door-secrets";
import { db } from "@/lib/store/firestore";

/** The client of the store is another for as long as the fault lasts. */
export const storeClient = (other: (real: Firestore) => Promise<Firestore> | Firestore) => {
  let real: Firestore;
  return {
    make: async () => {
      real = db();
      globalThis.parleyFirestore = await other(real);
      forgetDoorSecrets();
    },
    mend: () => {
      globalThis.parleyFirestore = real;
    },
  };
};

/** Answers as Google's Firestore does to a query of `group` that has to be sorted by more than one field. */
export function withoutIndexOf(group: string): (real: Firestore) => Firestore {
  const refusing = (query: Query, sorts: number): Query =>
    new Proxy(query, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        if (name === "get" && sorts > 1) {
          return async () =>
            Promise.reject(Object.assign(new Error("The query requires an index"), { code: 9 }));
        }
        return (...given: unknown[]) => {
          const next = value.apply(target, given);
          const isQuery = name === "orderBy" || name === "limit" || name === "select";
          return isQuery ? refusing(next, sorts + (name === "orderBy" ? 1 : 0)) : next;
        };
      },
    });
  return (real) =>
    new Proxy(real, {
      get(target, name) {
        const value = Reflect.get(target, name);
        if (typeof value !== "function") return value;
        return (...given: unknown[]) => {
          const next = value.apply(target, given);
          return name === "collection" && given[0] === group ? refusing(next, 0) : next;
        };
      },
    });
}
