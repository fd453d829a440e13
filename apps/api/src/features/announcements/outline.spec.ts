import { announcementTemplates } from '@kollab/contract';
import { expect, it } from '@jest/globals';
import { leavesOpen, outlineOf } from './outline.ts';

it.each(announcementTemplates)('asks, and is open until each question is answered or gone: %s', (template) => {
  const questions = outlineOf(template).split('\n\n');
  expect(leavesOpen(template, outlineOf(template))).toBe(true);
  expect(leavesOpen(template, questions.map((one) => `${one} so`).join('\n\n'))).toBe(false);
  expect(leavesOpen(template, questions.map((one) => `${one}  \r\n- so`).join('\n'))).toBe(false);
  for (const open of questions) {
    const body = questions.map((one) => (one === open ? one : `${one} so`)).join('\n\n');
    // What stands below the question answers it, whatever it is; at the end, or before the next one, nothing does.
    expect(leavesOpen(template, questions.map((one) => (one === open ? `\n ${one} \n` : `${one}\n\nso`)).join('\n'))).toBe(true);
    expect(
      leavesOpen(
        template,
        questions
          .filter((one) => one !== open)
          .map((one) => `${one} so`)
          .join('\n'),
      ),
    ).toBe(false);
    expect(leavesOpen(template, `${body}\n\n${open}`)).toBe(true);
  }
  expect(leavesOpen(template, '')).toBe(false);
  expect(leavesOpen(template, 'Ein Text ohne Vorlage.')).toBe(false);
});
