import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { AcknowledgementProgress, OwnAcknowledgements } from './acknowledgements.tsx';
import { AcknowledgeAnnouncementDocument, RemindAnnouncementDocument } from './documents.generated.ts';
import { announcement, halle, harz, sends, show, uuid, wittenberg } from './test-world.tsx';

jest.setTimeout(30_000);

const by = { __typename: 'Person' as const, id: uuid(12), name: 'Kim Muster' };
const own = (parts: object) => ({
  __typename: 'OwnAcknowledgement' as const,
  organisation: halle,
  at: null,
  by: null,
  open: true,
  ...parts,
});
const given = { at: '2026-11-18T10:00:00.000Z', by };

test('one confirms for the organisation; without a connection it is said and can be repeated', async () => {
  const { sent, mock } = sends(AcknowledgeAnnouncementDocument);
  const { container } = show(<OwnAcknowledgements announcement={announcement({ ownAcknowledgements: [own({})] })} />, [mock]);
  expect(await barriers(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Für Halle (Saale) bestätigen' }));
  await waitFor(() => expect(sent).toEqual([{ id: uuid(100), organisationId: halle.id, on: true }]));
  await screen.findByText(/nicht zu erreichen/);
  expect(screen.getByRole('button', { name: 'Für Halle (Saale) bestätigen' })).toBeTruthy();
});

test('what was confirmed can be taken back until the deadline, and not after it', async () => {
  const { sent, mock } = sends(AcknowledgeAnnouncementDocument);
  const open = show(<OwnAcknowledgements announcement={announcement({ ownAcknowledgements: [own(given)] })} />, [mock]);
  expect(open.container.textContent).toContain('Kenntnis bestätigt für Halle (Saale)');
  expect(open.container.textContent).toContain('Kim Muster');
  expect(await barriers(open.container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Bestätigung für Halle (Saale) zurücknehmen' }));
  await waitFor(() => expect(sent).toEqual([{ id: uuid(100), organisationId: halle.id, on: false }]));
  open.unmount();

  const over = show(<OwnAcknowledgements announcement={announcement({ ownAcknowledgements: [own({ ...given, open: false })] })} />);
  expect(screen.queryByRole('button')).toBeNull();
  over.unmount();
  show(<OwnAcknowledgements announcement={announcement({ ownAcknowledgements: [own({ open: false })] })} />);
  expect(screen.getByText('Die Frist ist vorbei.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

const state = (parts: object = {}) => ({
  __typename: 'AcknowledgementState' as const,
  asked: 3,
  acknowledged: 1,
  remindedAt: null,
  missing: [],
  given: [],
  ...parts,
});

test('readers see how many, writers also who is missing; reminding asks again and names them', async () => {
  const readers = show(<AcknowledgementProgress announcement={announcement({ acknowledgements: state() })} />);
  expect(readers.container.textContent).toContain('1 von 3');
  expect(screen.queryByRole('button')).toBeNull();
  readers.unmount();

  const { sent, mock } = sends(RemindAnnouncementDocument);
  const acknowledgements = state({
    missing: [harz, wittenberg],
    given: [{ __typename: 'Acknowledgement', organisation: halle, ...given }],
  });
  const { container } = show(<AcknowledgementProgress announcement={announcement({ acknowledgements, viewerCan: { remind: true } })} />, [
    mock,
  ]);
  expect(screen.getByRole('list', { name: 'Noch nicht bestätigt' }).textContent).toBe('Landkreis HarzLandkreis Wittenberg');
  expect(await barriers(container)).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: 'Erinnern …' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Noch einmal erinnern?' });
  expect(dialog.textContent).toContain('Landkreis Harz, Landkreis Wittenberg');
  expect(await barriers(dialog)).toEqual([]);
  expect(sent).toEqual([]);
  fireEvent.click(screen.getByRole('button', { name: '2 Verwaltungen erinnern' }));
  await waitFor(() => expect(sent).toEqual([{ id: uuid(100) }]));
});

test('where nothing is asked, nothing is shown', () => {
  const { container } = show(
    <>
      <OwnAcknowledgements announcement={announcement()} />
      <AcknowledgementProgress announcement={announcement()} />
    </>,
  );
  expect(container.querySelector('main')?.textContent).toBe('');
});
