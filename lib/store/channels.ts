import { Channel } from "@/lib/domain/channel";
import { typedCollection } from "./typed-collection";

export const channels = () => typedCollection("channels", Channel);
