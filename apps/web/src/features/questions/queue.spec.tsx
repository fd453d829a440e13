import { expect, jest, test } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { useApolloClient } from '@apollo/client/react';
import { barriers } from '../../../test/axe.ts';
import { EventQueueDocument, PlaceQuestionDocument, QuestionDocument } from './documents.generated.ts';
import { questionsLive } from './live.ts';
import { Queue } from './queue.tsx';
import { question, show } from './test-world.tsx';

jest.setTimeout(30_000);

const home = '00000000-0000-4000-8000-0000000000e1';
const no = {
  __typename: 'QuestionAbilities' as const,
  vote: true,
  edit: false,
  answer: false,
  assign: false,
  defer: false,
  merge: false,
  hide: false,
  steer: false,
};
const row = (name: string, voteCount: number, may: object = {}) => {
  const {
    body: _,
    steps: __,
    answers: ___,
    ...parts
  } = question({ id: `00000000-0000-4000-8000-00000000000${name}`, title: `Frage ${name}`, state: 'OPEN' });
  return { ...parts, office: null, dueOn: null, voteCount, place: null, discussedAt: null, viewerCan: { ...no, ...may } };
};
const queue = (nodes: object[], steer = false) => ({
  request: { query: EventQueueDocument, variables: { sprechstundeId: home } },
  result: {
    data: {
      sprechstunde: {
        __typename: 'Sprechstunde',
        id: home,
        status: 'LIVE',
        currentSince: null,
        currentQuestion: null,
        questions: { __typename: 'QuestionPage', nodes, total: nodes.length },
        viewerCan: { __typename: 'SprechstundeAbilities', steer },
      },
    },
  },
  maxUsageCount: 5,
});
const titles = () =>
  within(screen.getByRole('list', { name: 'Warteschlange' }))
    .getAllByRole('heading')
    .map((heading) => heading.textContent);

type Told = { name: 'question.voted' | 'question.asked'; payload: object; fragment?: object };
const refetched = jest.fn();
/** As the socket tells it: the button stands for the event. */
const told: { now: Told } = { now: { name: 'question.voted', payload: {} } };
function Ears() {
  const client = useApolloClient();
  const hear = () => {
    const { name, ...heard } = told.now;
    questionsLive[name]({ room: '', fragment: undefined, ...heard } as never, { client, refetch: refetched });
  };
  return <button type="button" hidden data-testid="hear" onClick={hear} />;
}
const tell = (name: Told['name'], payload: object, fragment?: object): void => {
  told.now = { name, payload, ...(fragment && { fragment }) };
  fireEvent.click(screen.getByTestId('hear'));
};
const open = async (mocks: Parameters<typeof show>[1]) => {
  show(
    <>
      <Ears />
      <Queue sprechstundeId={home} agendaItemId={null} />
    </>,
    mocks,
  );
  await screen.findByRole('list', { name: 'Warteschlange' });
};

const stand = (...names: string[]) => waitFor(() => expect(titles()).toEqual(names.map((name) => ` Frage ${name} `)));

test('puts itself in order by the counts it hears, and takes a new question with its news', async () => {
  await open([queue([row('1', 5), row('2', 3)])]);
  await stand('1', '2');
  tell('question.voted', { questionId: row('2', 0).id, voteCount: 6 });
  await stand('2', '1');
  refetched.mockClear();
  tell('question.asked', { homeId: home, questionId: row('3', 0).id }, row('3', 0));
  await stand('2', '1', '3');
  expect(refetched.mock.calls.flat()).not.toContain('EventQueue');
  tell('question.asked', { homeId: home, questionId: row('4', 0).id });
  expect(refetched.mock.calls.flat()).toContain('EventQueue');
});

test('keeps rows where they are under the hand, until it rests', async () => {
  await open([queue([row('1', 5), row('2', 3)])]);
  fireEvent.pointerMove(screen.getByText('Frage 1'));
  tell('question.voted', { questionId: row('2', 0).id, voteCount: 6 });
  await screen.findByText('6');
  await pause(500);
  await stand('1', '2');
  await waitFor(() => expect(titles()[0]).toBe(' Frage 2 '), { timeout: 6_000 });
});

test('is ordered and moderated by keys, each only for who may', async () => {
  const placed = jest.fn();
  const place = {
    request: { query: PlaceQuestionDocument, variables: (variables: object) => (placed(variables), true) },
    result: { data: { placeQuestion: { __typename: 'Question', id: row('2', 0).id, place: 1, discussedAt: null } } },
  };
  const whole = {
    request: { query: QuestionDocument, variables: { id: row('2', 0).id } },
    result: { data: { question: question({ id: row('2', 0).id }) } },
  };
  const may = { steer: true, hide: true };
  await open([queue([row('1', 5, may), row('2', 3, may)], true), place as never, whole]);
  expect(await barriers(screen.getByRole('list', { name: 'Warteschlange' }))).toEqual([]);
  screen.getByRole('link', { name: 'Frage 1' }).focus();
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowDown' });
  expect(document.activeElement?.textContent).toBe('Frage 2');
  fireEvent.keyDown(document.activeElement!, { key: 'ArrowUp', altKey: true });
  await screen.findByText('vorgezogen');
  expect(placed).toHaveBeenCalledWith({ id: row('2', 0).id, place: 1 });
  fireEvent.keyDown(document.activeElement!, { key: 'z' });
  expect(screen.queryByRole('dialog')).toBeNull();
  fireEvent.keyDown(document.activeElement!, { key: 'x' });
  await screen.findByRole('dialog', { name: 'Frage ausblenden' });
});
