import { expect, it } from '@jest/globals';
import { factRow, seesNames } from '../../../test/notices.ts';
import { describe, noticeFacts } from './description.ts';
import { letterFrames, letterOf } from './letters.ts';

it('goes out for every fact but posts, announcements, and what can wait of questions and wishes', () => {
  expect(noticeFacts.filter((fact) => !letterFrames[fact])).toEqual([
    'post',
    'mention',
    'stand',
    'question_answered',
    'question_returned',
    'question_deferred',
    'question_due_again',
    'question_outdated',
    'question_merged',
    'question_hidden',
    'faq_review_due',
    'wish_planned',
    'wish_declined',
    'announced',
    'announcement_corrected',
    'announcement_withdrawn',
    'acknowledgement_missing',
    'announcement_returned',
    'deputy_named',
  ]);
});

it('says what happened, what to do, and why', () => {
  expect(letterOf('requested', 'Sascha Probe', 'AG 4 Kommunikation', describe(factRow('requested'), seesNames))).toEqual({
    subject: 'Anfrage zur Mitarbeit: AG 4 Kommunikation',
    greeting: 'Guten Tag Sascha Probe,',
    paragraphs: [
      'Kim Muster möchte in „AG 4 Kommunikation“ mitarbeiten.',
      'Bitte nehmen Sie die Anfrage an oder lehnen Sie sie mit einem Satz zur Begründung ab.',
    ],
    action: { label: 'Anfrage ansehen', path: '/arbeitsgruppen/g/mitglieder' },
    reason: 'Warum Sie diese E-Mail erhalten: Sie leiten die Arbeitsgruppe.',
  });
});
