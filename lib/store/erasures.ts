import type { Query } from "firebase-admin/firestore";
import { Erasure } from "@/lib/domain/erasure";
import { typedCollection } from "./typed-collection";

/** `erasures/<ulid>`. */
export const erasures = () => typedCollection("erasures", Erasure);

/** Erasures with work left whose time has come. `now` in epoch ms. */
export const dueErasures = (now: number, limit: number): Query<Erasure> =>
  erasures().where("dueAt", "<=", now).orderBy("dueAt").limit(limit);
