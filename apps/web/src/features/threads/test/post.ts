import type { ShownPost } from '../posts/state.ts';

/** A post by somebody else, as the list shows it. */
export const post = (no: number, more: Partial<ShownPost> = {}): ShownPost => ({
  id: `post-${no}`,
  threadId: 't-1',
  no,
  author: {
    personId: 'p-robin',
    name: 'Robin Entwurf',
    function: 'Digitalisierung',
    organisationId: 'o-mer',
    organisationName: 'Merseburg',
    organisationCode: 'Mer',
    organisationKind: 'EINHEITSGEMEINDE',
  },
  body: `Text von Beitrag ${no}`,
  replyTo: null,
  createdAt: '2026-11-10T09:00:00Z',
  editedAt: null,
  version: 1,
  deleted: false,
  accepted: false,
  reactions: [],
  mentions: [],
  viewerCan: null,
  ...more,
});
