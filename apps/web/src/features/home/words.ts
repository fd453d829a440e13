import type { HomeItemPartsFragment } from './documents.generated.ts';

type Named = Pick<HomeItemPartsFragment, 'kind' | 'title'>;

/** What the row is about, where the subject's name alone does not say it. */
export function itemTitle({ kind, title }: Named): string {
  switch (kind) {
    case 'GROUP_INVITATION':
      return `Einladung: ${title}`;
    case 'GROUP_PROPOSAL':
      return `Vorschlag: ${title}`;
    case 'GUEST_SEAT_ENDS':
      return `Gastzugang: ${title}`;
    case 'INVITATION_EXPIRES':
      return `Einladung an ${title}`;
    case 'QUESTION_ASSIGNED':
      return `Frage: ${title}`;
    case 'ANNOUNCEMENT':
    case 'AFFILIATION_REQUEST':
    case 'GROUP_REQUEST':
    case 'VOLUNTEERING':
      return title;
  }
}
