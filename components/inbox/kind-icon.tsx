import type { LucideIcon } from "lucide-react";
import AtSign from "lucide-react/icons/at-sign";
import Ban from "lucide-react/icons/ban";
import CircleHelp from "lucide-react/icons/circle-question-mark";
import Contact from "lucide-react/icons/contact";
import FileText from "lucide-react/icons/file-text";
import ImageIcon from "lucide-react/icons/image";
import Info from "lucide-react/icons/info";
import LayoutTemplate from "lucide-react/icons/layout-template";
import ListChecks from "lucide-react/icons/list-checks";
import MapPin from "lucide-react/icons/map-pin";
import Mic from "lucide-react/icons/mic";
import MousePointerClick from "lucide-react/icons/mouse-pointer-click";
import Share from "lucide-react/icons/share-2";
import ShoppingBag from "lucide-react/icons/shopping-bag";
import Sticker from "lucide-react/icons/sticker";
import Video from "lucide-react/icons/video";
import type { MessageKind } from "@/lib/domain/message";

const icons: Record<Exclude<MessageKind, "text">, LucideIcon> = {
  image: ImageIcon,
  video: Video,
  audio: Mic,
  document: FileText,
  sticker: Sticker,
  location: MapPin,
  contacts: Contact,
  order: ShoppingBag,
  tap: MousePointerClick,
  form: ListChecks,
  story_mention: AtSign,
  share: Share,
  template: LayoutTemplate,
  interactive: LayoutTemplate,
  system: Info,
  unsupported: CircleHelp,
};

type Props = { kind: MessageKind | "revoked"; size?: number; className?: string };

/** The small picture of a kind of message; nothing for text. Decorative: the kind is always named beside it. */
export function KindIcon({ kind, size = 14, className }: Props) {
  if (kind === "text") return null;
  const Icon = kind === "revoked" ? Ban : icons[kind];
  return <Icon size={size} aria-hidden className={className ?? "shrink-0"} />;
}
