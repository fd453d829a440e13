type Place = { number?: number | null; name: string };
type Draft = {
  key: string;
  title: string;
  thread: { id: string; title: string; path: string } | null;
  group: (Place & { id: string }) | null;
};

export const groupLabel = ({ number, name }: Place): string => (number ? `AG ${number} ${name}` : name);

const kinds: Record<string, string> = { reply: 'Antwort', edit: 'Änderung', stand: 'Stand der Diskussion' };

/** What a draft is for and where it is written on; without an address when that place can no longer be read. */
export function draftPlace({ key, title, thread, group }: Draft): { title: string; to: string | null } {
  const [kind = ''] = key.split(':');
  if (kind === 'thread')
    return group
      ? { title: title || `neue Diskussion in ${groupLabel(group)}`, to: `/arbeitsgruppen/${group.id}/diskussionen/neu` }
      : { title: title || 'neue Diskussion', to: null };
  const what = kinds[kind] ?? 'Text';
  return thread ? { title: `${what} in „${thread.title}“`, to: thread.path } : { title: what, to: null };
}
