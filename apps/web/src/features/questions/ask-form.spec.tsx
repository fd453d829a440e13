import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { AskForm } from './ask-form.tsx';
import { AskQuestionDocument, SimilarQuestionsDocument } from './documents.generated.ts';
import { noTopics, question, show } from './test-world.tsx';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const groupId = question().home.id;
const title = 'Wer trägt die Kosten?';
const similar = (result: readonly object[]) => ({
  request: { query: SimilarQuestionsDocument, variables: { text: title } },
  result: { data: { similarQuestions: result } },
});
const field = () => screen.getByRole<HTMLInputElement>('textbox', { name: 'Ihre Frage, in einem Satz' });

test('offers alike questions while one types, and says in a sentence what asking without a name means', async () => {
  const alike = { __typename: 'Question', id: 'q9', title: 'Was kostet das?', state: 'OPEN', voteCount: 2 };
  const { container } = show(<AskForm home={{ groupId }} />, [noTopics, similar([alike])]);
  fireEvent.change(field(), { target: { value: title } });
  const link = await screen.findByRole('link', { name: 'Was kostet das?' });
  expect(link.getAttribute('href')).toBe('/fragen/q9');
  const anonymous = screen.getByRole('checkbox', { name: 'ohne Namen fragen' });
  expect(document.getElementById(anonymous.getAttribute('aria-describedby') ?? '')?.textContent).toContain('auch der Moderation');
  expect(await barriers(container)).toEqual([]);
});

test('sends without a name and an organisation, empties the form, and keeps nothing', async () => {
  const sent = jest.fn<(input: unknown) => void>();
  const ask = {
    request: {
      query: AskQuestionDocument,
      variables: ({ input }: { input: object }) => {
        sent(input);
        return true;
      },
    },
    result: { data: { askQuestion: { ...question({ title }) } } },
  };
  show(<AskForm home={{ groupId }} />, [noTopics, similar([]), ask as never]);
  fireEvent.change(field(), { target: { value: title } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'ohne Namen fragen' }));
  fireEvent.click(screen.getByRole('button', { name: 'Frage stellen' }));
  await screen.findByText('Ihre Frage steht ohne Namen in der Liste.');
  expect(sent).toHaveBeenCalledWith(expect.objectContaining({ title, anonymous: true, organisationId: null, home: { groupId } }));
  expect(field().value).toBe('');
  expect(sessionStorage.length).toBe(0);
});

test('a question that is too short is told at its field, and a reload loses nothing', async () => {
  const first = show(<AskForm home={{ groupId }} />, [noTopics]);
  fireEvent.change(field(), { target: { value: 'So' } });
  fireEvent.click(screen.getByRole('button', { name: 'Frage stellen' }));
  await waitFor(() => expect(field().getAttribute('aria-invalid')).toBe('true'));
  first.unmount();
  show(<AskForm home={{ groupId }} />, [noTopics]);
  expect(field().value).toBe('So');
});

test('a question that is too long is told at its field before it is sent, and keeps every character', async () => {
  const { container } = show(<AskForm home={{ groupId }} />, [noTopics, similar([])]);
  fireEvent.change(field(), { target: { value: title } });
  fireEvent.click(screen.getByRole('button', { name: 'Erläuterung oder Themen hinzufügen' }));
  const body = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /Was man dazu wissen muss/ });
  fireEvent.change(body, { target: { value: 'ä'.repeat(40_001) } });
  fireEvent.click(screen.getByRole('button', { name: 'Frage stellen' }));
  await waitFor(() => expect(body.getAttribute('aria-invalid')).toBe('true'));
  expect(screen.getByText('Höchstens 40.000 Zeichen.')).toBeTruthy();
  expect(body.value).toHaveLength(40_001);
  expect(field().value).toBe(title);
  expect(await barriers(container)).toEqual([]);
});
