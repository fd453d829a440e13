import { mentionRoles, type MentionKind, type MentionRole } from '@kollab/contract';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { isUuid } from '../../platform/fail.ts';

export interface MentionTarget {
  kind: MentionKind;
  /** A person's or organisation's id, or one of `mentionRoles`. */
  targetId: string;
  /** As the writer's text names it, without the @. */
  label: string;
}

const kinds: Readonly<Record<string, MentionKind>> = { person: 'PERSON', organisation: 'ORGANISATION', role: 'ROLE' };
const link = /^(person|organisation|role):(.+)$/;

/** Cheap, and never wrong about a text without mentions: most posts have none. */
export const mayMention = (body: string): boolean => /\b(?:person|organisation|role):/.test(body);

/**
 * Whom a text mentions: Markdown links of our own scheme, `[@Kim Muster](person:…)`. A parser finds them, the same that
 * the browser shows the text with, so that code and escaped brackets mention nobody.
 */
export function mentionsIn(body: string): MentionTarget[] {
  if (!mayMention(body)) return [];
  const found = new Map<string, MentionTarget>();
  const walk = (node: object): void => {
    if ('type' in node && node.type === 'link' && 'url' in node) {
      const target = targetOf(String(node.url));
      if (target && !found.has(target.targetId))
        found.set(target.targetId, { ...target, label: textOf(node).replace(/^@/, '').slice(0, 120) });
    }
    if ('children' in node) for (const child of node.children as object[]) walk(child);
  };
  walk(fromMarkdown(body));
  return [...found.values()];
}

function targetOf(url: string): Omit<MentionTarget, 'label'> | null {
  const [, scheme = '', id = ''] = link.exec(url) ?? [];
  const kind = kinds[scheme];
  if (!kind) return null;
  if (kind === 'ROLE') return mentionRoles.includes(id as MentionRole) ? { kind, targetId: id } : null;
  return isUuid(id) ? { kind, targetId: id.toLowerCase() } : null;
}

const textOf = (node: object): string =>
  'value' in node ? String(node.value) : 'children' in node ? (node.children as object[]).map(textOf).join('') : '';
