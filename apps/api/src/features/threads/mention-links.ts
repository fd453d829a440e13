import { mentionRoles, type MentionKind, type MentionRole } from '@kollab/contract';
import { isUuid } from '../../platform/fail.ts';

export interface MentionTarget {
  kind: MentionKind;
  /** A person's or organisation's id, or one of `mentionRoles`. */
  targetId: string;
  /** As the writer's text names it, without the @. */
  label: string;
}

const kinds: Readonly<Record<string, MentionKind>> = { person: 'PERSON', organisation: 'ORGANISATION', role: 'ROLE' };
/** Bounded in all its parts, so that no text makes it slow. */
const link = /\[@((?:[^[\]\\`\n]|\\.){1,200})\]\((person|organisation|role):([\w-]{1,64})\)/y;
const container = /^(?: {0,3}(?:>|[-*+](?= )|\d{1,9}[.)](?= )) ?)*/;

/** Cheap, and never wrong about a text without mentions: most posts have none. */
export const mayMention = (body: string): boolean => /\]\((?:person|organisation|role):/.test(body);

/**
 * Whom a text mentions: Markdown links of our own scheme, `[@Kim Muster](person:…)`, outside of code. A scanner, not a
 * Markdown parser: parsers need minutes for 40,000 characters that are made to take long, and this runs in each write.
 */
export function mentionsIn(body: string): MentionTarget[] {
  if (!mayMention(body)) return [];
  const found = new Map<string, MentionTarget>();
  for (const paragraph of paragraphs(body))
    for (const target of linksIn(paragraph)) if (!found.has(target.targetId)) found.set(target.targetId, target);
  return [...found.values()];
}

/** The text without its blocks of code, cut where code within a line ends at the latest. */
function paragraphs(body: string): string[] {
  const result: string[] = [];
  let lines: string[] = [];
  let fence = '';
  let inList = false;
  const cut = () => {
    if (lines.length > 0) result.push(lines.join('\n'));
    lines = [];
  };
  for (const line of body.split(/\r\n?|\n/)) {
    const text = line.replace(container, '').trimStart();
    const [marker = ''] = /^(?:`{3,}(?=[^`]*$)|~{3,})/.exec(text) ?? [];
    if (fence) {
      if (marker.startsWith(fence) && text.slice(marker.length).trim() === '') fence = '';
    } else if (marker) {
      cut();
      fence = marker;
    } else if (text === '') {
      cut();
    } else if (lines.length > 0 || inList || !/^(?: {4}|\t)/.test(line)) {
      if (!/^\s/.test(line)) inList = /^(?:[-*+]|\d{1,9}[.)])\s/.test(line);
      lines.push(line);
    }
  }
  cut();
  return result;
}

function* linksIn(text: string): Generator<MentionTarget> {
  // Where runs of so many backticks begin: code within a line ends at the next run of the same length.
  const runs = new Map<number, { starts: number[]; next: number }>();
  for (const run of text.matchAll(/`+/g)) {
    const same = runs.get(run[0].length);
    if (same) same.starts.push(run.index);
    else runs.set(run[0].length, { starts: [run.index], next: 0 });
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i];
    if (c === '\\') i++;
    else if (c === '`') {
      let end = i;
      while (text[end] === '`') end++;
      const same = runs.get(end - i);
      while (same && same.next < same.starts.length && same.starts[same.next]! < end) same.next++;
      const closing = same?.starts[same.next];
      i = (closing === undefined ? end : closing + (end - i)) - 1;
    } else if (c === '[' && text[i - 1] !== '!') {
      link.lastIndex = i;
      const [whole = '', label = '', scheme = '', id = ''] = link.exec(text) ?? [];
      const target = targetOf(scheme, id);
      if (target) yield { ...target, label: label.replace(/\\(.)|[*_]/g, '$1').trim() };
      if (whole) i += whole.length - 1;
    }
  }
}

function targetOf(scheme: string, id: string): Omit<MentionTarget, 'label'> | null {
  const kind = kinds[scheme];
  if (!kind) return null;
  if (kind === 'ROLE') return mentionRoles.includes(id as MentionRole) ? { kind, targetId: id } : null;
  return isUuid(id) ? { kind, targetId: id.toLowerCase() } : null;
}
