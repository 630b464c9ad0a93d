import clsx from "clsx";
import type { ChannelType } from "@/lib/domain/channel";
import { isEmojiOnly, parseLinks, parseWhatsAppText, type RichNode } from "./rich-text";

type Props = { text: string; channel: ChannelType };

/** A customer's or agent's words: their line breaks, their direction, links that open apart. */
export function RichText({ text, channel }: Props) {
  const nodes = channel === "whatsapp" ? parseWhatsAppText(text) : parseLinks(text);
  return (
    <p
      dir="auto"
      className={clsx(
        "[overflow-wrap:anywhere] break-words whitespace-pre-wrap",
        isEmojiOnly(text) && "py-0.5 text-3xl leading-tight",
      )}
    >
      {nodes.map(draw)}
    </p>
  );
}

function draw(node: RichNode, key: number) {
  if (node.type === "text") return node.text;
  if (node.type === "mono") {
    return (
      <code key={key} className="font-mono text-[0.93em]">
        {node.text}
      </code>
    );
  }
  if (node.type === "link") {
    return (
      <a
        key={key}
        href={node.href}
        target="_blank"
        rel="noopener noreferrer nofollow"
        className="text-accent underline underline-offset-2"
      >
        {node.text}
      </a>
    );
  }
  const children = node.children.map(draw);
  if (node.type === "bold") return <strong key={key}>{children}</strong>;
  if (node.type === "italic") return <em key={key}>{children}</em>;
  return <s key={key}>{children}</s>;
}
