import { useCallback } from 'react';
import type { Mention as MentionOf } from '../../../generated/schema.ts';
import { MarkdownBody } from '../../../ui/markdown-body.tsx';
import { Mention } from '../../../ui/marks.tsx';
import { mentionSchemes } from '../editor/mention-links.ts';

type PostBodyProps = { text: string; mentions: readonly Pick<MentionOf, 'targetId' | 'mine'>[] };

/** A post's text. Mentions are yellow where they mean the reader. */
export function PostBody({ text, mentions }: PostBodyProps) {
  const mention = useCallback(
    (href: string, name: string) => {
      const target = href.slice(href.indexOf(':') + 1);
      const mine = mentions.some((m) => m.mine && m.targetId.toLowerCase() === target.toLowerCase());
      return <Mention mine={mine}>{name}</Mention>;
    },
    [mentions],
  );
  return <MarkdownBody text={text} mention={mention} schemes={mentionSchemes} under={3} />;
}
