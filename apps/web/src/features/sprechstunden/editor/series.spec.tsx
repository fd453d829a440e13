import { beforeEach, expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../../test/axe.ts';
import { Distribution } from './distribution.tsx';
import {
  AddToDistributionDocument,
  CreateSeriesDocument,
  DistributionDocument,
  EditSeriesDocument,
  InviteEventGuestDocument,
  PlanSprechstundenDocument,
  SeriesDaysDocument,
  type SeriesFormFragment,
} from './documents.generated.ts';
import { InviteGuestDialog } from './seat-dialogs.tsx';
import { SeriesDays } from './series-days.tsx';
import { SeriesDialog } from './series-dialog.tsx';
import { event, sends, show, uuid } from './test-world.tsx';

jest.setTimeout(30_000);
beforeEach(() => sessionStorage.clear());

const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: string | RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });
const closed = () => undefined;
const series: SeriesFormFragment = {
  __typename: 'SprechstundenSeries',
  id: uuid(20),
  version: 2,
  name: 'OZG-Sprechstunde',
  organiser: { __typename: 'Organisation', id: uuid(10), title: 'Ministerium', name: 'Ministerium' },
  rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
  firstDay: '2030-09-04',
  startTime: '10:00',
  minutes: 90,
  openEvery: 3,
  nextNo: 29,
  exceptions: ['2030-12-25'],
  place: '',
  joinUrl: null,
} as SeriesFormFragment;

test('a new series says at each field what is missing', async () => {
  const { sent, mock } = sends(CreateSeriesDocument);
  show(<SeriesDialog series={null} onClose={closed} />, [mock]);
  const dialog = await screen.findByRole('dialog', { name: 'Reihe anlegen' });
  write(/^Ausnahmen/, '23.12.2030\nWeihnachten');
  press('Reihe anlegen');
  const summary = await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect([...summary.querySelectorAll('a')].map((link) => link.textContent)).toEqual([
    'Ein Name hat 3 bis 160 Zeichen.',
    'Wählen Sie eine Stelle aus der Liste.',
    'Nennen Sie den ersten Tag, zum Beispiel 02.09.2026.',
    'Ein Tag je Zeile, zum Beispiel 23.12.2026.',
  ]);
  expect(sent).toEqual([]);
  expect(await barriers(dialog)).toEqual([]);
});

test('a series is changed in its fields and sent as a rule; what is written outlives the dialog', async () => {
  const { sent, mock } = sends(EditSeriesDocument);
  const first = show(<SeriesDialog series={series} onClose={closed} />, [mock]);
  await screen.findByRole('dialog', { name: 'Reihe bearbeiten' });
  write('Alle wie viele Wochen?', '1');
  press('Freitag');
  write(/^Ausnahmen/, '25.12.2030\n1.1.31');
  first.unmount();
  show(<SeriesDialog series={series} onClose={closed} />, [mock]);
  press('Reihe speichern');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    id: series.id,
    version: 2,
    input: { rule: 'FREQ=WEEKLY;INTERVAL=1;BYDAY=WE,FR', exceptions: ['2030-12-25', '2031-01-01'], organiserId: uuid(10) },
  });
});

test('the days of a rhythm say what they are, and only free ones become drafts, after a question', async () => {
  const { sent, mock } = sends(PlanSprechstundenDocument);
  const day = (no: number, parts: object) => ({
    __typename: 'SeriesDay',
    day: `2030-12-${String(no).padStart(2, '0')}`,
    startsAt: `2030-12-${String(no).padStart(2, '0')}T09:00:00Z`,
    holiday: null,
    excepted: false,
    planned: false,
    ...parts,
  });
  const days = {
    request: { query: SeriesDaysDocument, variables: () => true },
    maxUsageCount: 9,
    result: {
      data: { seriesDays: [day(4, { planned: true }), day(11, {}), day(18, { excepted: true }), day(25, { holiday: '1. Weihnachtstag' })] },
    },
  };
  const { container } = show(<SeriesDays series={series} />, [days, mock]);
  await screen.findByText('fällt aus: 1. Weihnachtstag');
  expect(screen.getAllByRole('listitem').map((row) => row.lastChild?.textContent)).toEqual([
    'angelegt',
    'noch kein Entwurf',
    'fällt aus: Ausnahme',
    'fällt aus: 1. Weihnachtstag',
  ]);
  expect(await barriers(container)).toEqual([]);
  press('1 Entwurf anlegen …');
  const dialog = await screen.findByRole('alertdialog', { name: '1 Entwurf anlegen?' });
  expect(dialog.textContent).toContain('ab Nummer 29');
  press('1 Entwurf anlegen');
  await waitFor(() => expect(sent).toMatchObject([{ seriesId: series.id }]));
});

test('the distribution list takes a person or an address, and says what is missing', async () => {
  const { sent, mock } = sends(AddToDistributionDocument);
  const none = {
    request: { query: DistributionDocument, variables: () => true },
    maxUsageCount: 9,
    result: {
      data: {
        distributionList: {
          __typename: 'DistributionEntryPage',
          nodes: [],
          pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
          total: 0,
        },
      },
    },
  };
  const { container } = show(<Distribution series={series} />, [none, mock]);
  await screen.findByText('Noch steht niemand im Verteiler.');
  expect(await barriers(container)).toEqual([]);
  press('In den Verteiler …');
  const dialog = await screen.findByRole('dialog', { name: 'In den Verteiler aufnehmen' });
  press('In den Verteiler');
  expect((await screen.findAllByText('Wählen Sie eine Stelle aus der Liste.')).length).toBeGreaterThan(0);
  fireEvent.click(screen.getByRole('radio', { name: /Eine andere Adresse/ }));
  write('E-Mail-Adresse', 'ozg@');
  press('In den Verteiler');
  await waitFor(() => expect(screen.getByRole('textbox', { name: 'E-Mail-Adresse' }).getAttribute('aria-invalid')).toBe('true'));
  expect(await barriers(dialog)).toEqual([]);
  write('E-Mail-Adresse', 'ozg@spitzenverband.example');
  press('In den Verteiler');
  await waitFor(() =>
    expect(sent).toEqual([{ seriesId: series.id, input: { personId: null, email: 'ozg@spitzenverband.example', name: null } }]),
  );
});

test('a guest seat lasts 30 days after the event unless another day is set, and wants an address and a body', async () => {
  const { sent, mock } = sends(InviteEventGuestDocument);
  show(<InviteGuestDialog event={event()} onClose={closed} />, [mock]);
  const dialog = await screen.findByRole('dialog', { name: 'Auf einen Gastplatz einladen' });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Letzter Tag' }).value).toBe('20.12.2030');
  write('Letzter Tag', '31.02.2030');
  press('Einladung senden');
  const summary = await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect(summary.querySelectorAll('a')).toHaveLength(3);
  expect(sent).toEqual([]);
  expect(await barriers(dialog)).toEqual([]);
});
