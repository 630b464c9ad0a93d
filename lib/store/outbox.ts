import { OutboxRow } from "@/lib/domain/outbox";
import { typedCollection } from "./typed-collection";

export const outbox = () => typedCollection("outbox", OutboxRow);
