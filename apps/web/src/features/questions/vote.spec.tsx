import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { VoteQuestionDocument } from './documents.generated.ts';
import { question, show } from './test-world.tsx';
import { Vote } from './vote.tsx';

jest.setTimeout(30_000);

const votable = question({ state: 'OPEN' });
const shown = (viewerVoted: boolean) => ({ ...votable, viewerVoted, viewerCan: { ...votable.viewerCan, vote: true } });
const button = () => screen.getByRole('button', { name: /^Diese Frage mittragen/ });

test('a vote is given by the button that takes it back', async () => {
  const sent = jest.fn<(variables: object) => void>();
  const request = { query: VoteQuestionDocument, variables: (variables: object) => (sent(variables), true) };
  const { id, viewerCan } = shown(false);
  const voted = { __typename: 'Question', id, voteCount: 4, viewerVoted: true, viewerCan };
  show(<Vote question={shown(false)} />, [{ request, result: { data: { voteQuestion: voted } } } as never]);
  expect(button().getAttribute('aria-pressed')).toBe('false');
  fireEvent.click(button());
  await waitFor(() => expect(sent).toHaveBeenCalledWith({ id, on: true }));
});

test('a vote on a question that was withdrawn meanwhile is refused in a sentence', async () => {
  const refused = { errors: [{ message: 'closed', extensions: { code: 'question.closed' } }] };
  show(<Vote question={shown(false)} />, [{ request: { query: VoteQuestionDocument, variables: () => true }, result: refused }]);
  fireEvent.click(button());
  await screen.findByText('Die Frage ist beantwortet, zurückgezogen oder mit einer anderen zusammengeführt.');
  expect(button().textContent).toBe('3');
  expect(button().getAttribute('aria-disabled')).toBeNull();
});

test('who only reads sees the number', () => {
  show(<Vote question={votable} />);
  expect(screen.queryByRole('button')).toBeNull();
  expect(screen.getByText('3 Stimmen')).toBeTruthy();
});
