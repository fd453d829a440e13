import { expect, it } from '@jest/globals';
import { factRow } from '../../../test/notices.ts';
import { causeOf, describe, factOf, noticeFacts, seesNothing, type NoticeFact } from './description.ts';

/** Who is away, and who belongs where, is said to the one reader whom it concerns. */
const ownBusiness: NoticeFact[] = noticeFacts.filter((fact) => fact === 'deputy_named' || fact.startsWith('affiliation'));
/** The detail of these is a day. */
const dated: NoticeFact[] = ['question_assigned', 'question_deferred'];
const places = { questionId: 'q', faqEntryId: 'f', sprechstundeId: 's', wishId: 'w', announcementId: 'n' };

it.each(noticeFacts.filter((fact) => !ownBusiness.includes(fact)))('%s names nobody and nothing once it may not be read', (fact) => {
  const threadId = ['post', 'mention', 'stand'].includes(fact) ? 't' : null;
  const detail = dated.includes(fact) ? 'OFFICE 16.12.2026' : 'OFFICE Vertraulicher Grund';
  const { sentence, path } = describe(factRow(fact, { ...places, kind: 'POST', threadId, detail }), seesNothing, 3);
  expect(sentence).not.toMatch(/Kim|Vertraulich/);
  expect(path).toMatch(
    /^\/(mein-tag|arbeitsgruppen|sprechstunden|sprechstunden\/themenwuensche|mitteilungen|verwaltung|fragen\/q|faq\/f)$/,
  );
});

it('is read back from its cause', () => {
  for (const fact of noticeFacts) expect(factOf(causeOf(fact, 'a', 1))).toBe(fact);
});
