import type { MentionKind } from '@kollab/contract';

/** Schemes of the links that name somebody: `[@Kim Muster](person:…)`. */
export const mentionSchemes = ['person', 'organisation', 'role'] as const;

export type MentionTarget = { kind: MentionKind; targetId: string };
/** Whom the names in a text mean: `Kim Muster` → person:… */
export type MentionNames = Readonly<Record<string, MentionTarget>>;

const schemeOf: Record<MentionKind, string> = { PERSON: 'person', ORGANISATION: 'organisation', ROLE: 'role' };
const kindOf: Record<string, MentionKind> = { person: 'PERSON', organisation: 'ORGANISATION', role: 'ROLE' };

const escaped = (name: string): string => name.replace(/[\\[\]]/g, '\\$&');
const unescaped = (label: string): string => label.replace(/\\([\\[\]])/g, '$1');
const link = /\[@((?:[^\][\\\n]|\\.)+)\]\((person|organisation|role):([\w-]+)\)/g;
/** What may not follow a name directly: it would be a longer word. */
const wordPart = /[\p{L}\p{N}]/u;

/** What people see while writing: names instead of links. A name that is taken by somebody else keeps its link. */
export function fromMarkdown(body: string): { text: string; names: MentionNames } {
  const names: Record<string, MentionTarget> = {};
  const text = body.replace(link, (whole: string, label: string, scheme: string, targetId: string, at: number) => {
    const name = unescaped(label);
    const target = { kind: kindOf[scheme]!, targetId };
    const taken = Object.hasOwn(names, name) ? names[name] : undefined;
    const after = body[at + whole.length] ?? '';
    if ((taken && !isSame(taken, target)) || wordPart.test(after)) return whole;
    names[name] = target;
    return `@${name}`;
  });
  return { text, names };
}

/** What is stored: each `@Name` that stands for somebody becomes their link; the longest name wins. */
export function toMarkdown(text: string, names: MentionNames): string {
  const known = Object.keys(names).sort((a, b) => b.length - a.length);
  if (known.length === 0) return text;
  let out = '';
  let at = 0;
  while (at < text.length) {
    const next = text.indexOf('@', at);
    if (next < 0) break;
    out += text.slice(at, next);
    const name = isInLink(text, next)
      ? undefined
      : known.find((n) => text.startsWith(n, next + 1) && !wordPart.test(text[next + 1 + n.length] ?? ''));
    const target = name === undefined ? undefined : names[name];
    out += name !== undefined && target ? `[@${escaped(name)}](${schemeOf[target.kind]}:${target.targetId})` : '@';
    at = next + 1 + (name?.length ?? 0);
  }
  return out + text.slice(at);
}

/** The text of a link that was kept as it is. */
const isInLink = (text: string, at: number): boolean => {
  if (text[at - 1] !== '[') return false;
  link.lastIndex = at - 1;
  return link.exec(text)?.index === at - 1;
};

export const isSame = (a: MentionTarget, b: MentionTarget): boolean => a.kind === b.kind && a.targetId === b.targetId;

/** Notes whom a name means; somebody else of the same name gets a name that tells them apart. */
export function withName(names: MentionNames, name: string, detail: string, target: MentionTarget): { names: MentionNames; name: string } {
  const plain = name.replace(/\s+/g, ' ').trim();
  const candidates = [plain, `${plain} (${detail || target.kind.toLowerCase()})`, `${plain} (${target.targetId.slice(0, 8)})`];
  const free = candidates.find((n) => !Object.hasOwn(names, n) || isSame(names[n]!, target)) ?? `${plain} (${target.targetId})`;
  return { names: { ...names, [free]: target }, name: free };
}
