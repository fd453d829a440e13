import type { OwnSection } from '../../platform/own-data.ts';

const theirs = `t.email = lower($2) AND $2 <> ''`;
export const ownSections: readonly OwnSection[] = [
  { table: 'newsletter_subscription', title: 'Newsletter', where: theirs },
  { table: 'newsletter_issue', title: 'Angelegte Ausgaben des Newsletters', where: 't.created_by_id = $1::uuid' },
  { table: 'consent_record', title: 'Einwilligungen zum Newsletter', where: theirs },
];
