import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { barriers } from '../../../../test/axe.ts';
import { AnswerOfficesDocument, AnswerOfficiallyDocument } from '../documents.generated.ts';
import { officialAnswer, question, show } from '../test-world.tsx';
import { AnswerDialog } from './answer-dialog.tsx';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const offices = {
  request: { query: AnswerOfficesDocument },
  result: { data: { viewer: { __typename: 'Viewer', globalRoles: [], affiliations: [] } } },
};
const answer = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Antwort' });

test('tells what is missing at its field', async () => {
  show(<AnswerDialog question={question()} onClose={() => undefined} />, [offices]);
  const dialog = await screen.findByRole('dialog', { name: 'Amtlich antworten' });
  expect(dialog.textContent).toContain('Sie antworten für: Ministerium der Finanzen.');
  fireEvent.click(screen.getByRole('button', { name: 'Amtlich antworten' }));
  await screen.findByText(/Eine Antwort hat 1 bis/);
  expect(await barriers(dialog)).toEqual([]);
});

/** Somebody answers while the form is open. */
function Meanwhile({ onClose }: { onClose: () => void }) {
  const [answered, hear] = useState(false);
  const theirs = officialAnswer(1, 'Ja, das dürfen Sie.');
  const now = answered ? question({ state: 'ANSWERED', answer: theirs, answers: [theirs] }) : question();
  return (
    <>
      <AnswerDialog question={now} onClose={onClose} />
      <button type="button" hidden data-testid="hear" onClick={() => hear(true)} />
    </>
  );
}

test('two answers at once: the second sees the first, keeps its text, and replaces it only when told to', async () => {
  const sent = jest.fn<(input: { supersedesId: string | null }) => void>();
  const give = {
    request: {
      query: AnswerOfficiallyDocument,
      variables: ({ input }: { input: { supersedesId: string | null } }) => {
        sent(input);
        return true;
      },
    },
    result: { data: { answerOfficially: question() } },
  };
  const onClose = jest.fn();
  show(<Meanwhile onClose={onClose} />, [offices, give as never]);
  await screen.findByRole('dialog');
  fireEvent.change(answer(), { target: { value: 'Nein, noch nicht.' } });
  fireEvent.click(screen.getByTestId('hear'));
  expect((await screen.findByRole('alert')).textContent).toContain('Inzwischen wurde geantwortet');
  await screen.findByText('Ja, das dürfen Sie.');
  expect(answer().value).toBe('Nein, noch nicht.');
  expect(await barriers(screen.getByRole('dialog'))).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Meine soll diese ersetzen' }));
  fireEvent.click(screen.getByRole('button', { name: 'Antwort ersetzen' }));
  await screen.findByText(/Ihre amtliche Antwort steht bei der Frage/);
  expect(sent).toHaveBeenCalledWith(expect.objectContaining({ supersedesId: officialAnswer(1, '').id, body: 'Nein, noch nicht.' }));
  expect(onClose).toHaveBeenCalled();
});
