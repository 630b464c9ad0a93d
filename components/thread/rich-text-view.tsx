import clsx from "clsx";
import { Fragment } from "react";
import type { ChannelType } from "@/lib/domain/channel";
import { isEmojiOnly, parseLinks, parseWhatsAppText, type RichNode } from "./rich-text";

type Props = { text: string; channel: ChannelType };

/** A customer's or agent's words: their line breaks, each line in its own direction, links that open apart. */
export function RichText({ text, channel }: Props) {
  const nodes = channel === "whatsapp" ? parseWhatsAppText(text) : parseLinks(text);
  return (
    <div
      dir="auto"
      className={clsx(
        "[overflow-wrap:anywhere] break-words whitespace-pre-wrap [unicode-bidi:plaintext]",
        isEmojiOnly(text) && "py-0.5 text-3xl leading-tight",
      )}
    >
      {nodes.map(draw)}
    </div>
  );
}

function draw(node: RichNode, key: number) {
  switch (node.type) {
    case "text":
      return <Fragment key={key}>{node.text}</Fragment>;
    case "mono":
      return (
        <code key={key} className="font-mono text-[0.93em]">
          {node.text}
        </code>
      );
    case "code":
      return (
        <pre
          key={key}
          className="my-1 rounded-control bg-surface/60 p-2 font-mono text-[0.93em] whitespace-pre-wrap"
        >
          {node.text}
        </pre>
      );
    case "link":
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
    case "list":
      return <List key={key} items={node.items} />;
    case "quote":
      return (
        <blockquote key={key} className="my-0.5 border-s-2 border-border-strong ps-2 text-text-muted">
          {node.children.map(draw)}
        </blockquote>
      );
    case "bold":
      return <strong key={key}>{node.children.map(draw)}</strong>;
    case "italic":
      return <em key={key}>{node.children.map(draw)}</em>;
    case "strike":
      return <s key={key}>{node.children.map(draw)}</s>;
  }
}

function List({ items }: Pick<Extract<RichNode, { type: "list" }>, "items">) {
  const isOrdered = items[0]?.marker !== null;
  const Tag = isOrdered ? "ol" : "ul";
  return (
    <Tag className={clsx("tabular my-0.5 ps-6", isOrdered ? "list-decimal" : "list-disc")}>
      {items.map(({ marker, children }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one text never move
        <li key={index} value={marker ?? undefined}>
          {children.map(draw)}
        </li>
      ))}
    </Tag>
  );
}
