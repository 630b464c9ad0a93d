import { ApiKey } from "@/lib/domain/api-key";
import { typedCollection } from "./typed-collection";

/** `apiKeys/<id>`. A revoked key stays, so that the list can say who revoked it. */
export const apiKeys = () => typedCollection("apiKeys", ApiKey);
