import { expect, jest, test } from '@jest/globals';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { barriers } from '../../../test/axe.ts';
import { ChangeStatusDocument, DecideProposalDocument, ExportRosterDocument, ReadWithReasonDocument } from './documents.generated.ts';
import { FindOrganisationsDocument } from '../organisations/documents.generated.ts';
import type { Group } from './group-context.ts';
import { InviteDialog } from './invite-dialog.tsx';
import { ProposalPanel } from './proposal-panel.tsx';
import { ReadWithReason } from './read-with-reason.tsx';
import { Roster } from './roster.tsx';
import { StatusMenu } from './status-menu.tsx';
import { group, show, type GroupParts } from './test-world.tsx';

jest.setTimeout(30_000);

const of = (parts: GroupParts = {}) => group(parts) as unknown as Group;
const { id } = group();
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));
const write = (name: RegExp, value: string) => fireEvent.change(screen.getByRole('textbox', { name }), { target: { value } });

/** Notes what is sent, and lets it fail as without a network: nothing that was written may be lost by that. */
function sends(query: typeof DecideProposalDocument | typeof ReadWithReasonDocument | typeof ChangeStatusDocument) {
  const sent: unknown[] = [];
  const mock = {
    request: { query, variables: (variables: Record<string, unknown>) => sent.push(variables) > 0 },
    maxUsageCount: 9,
    error: new TypeError('no network'),
  };
  return { sent, mock };
}

test('a proposal is declined with a reason only, and the reason outlives a failure', async () => {
  const { sent, mock } = sends(DecideProposalDocument);
  show(<ProposalPanel group={of({ status: 'PROPOSED', can: { decideProposal: true } })} />, [mock]);
  press('Ablehnen …');
  const dialog = await screen.findByRole('dialog', { name: 'Vorschlag ablehnen' });
  press('Vorschlag ablehnen');
  await waitFor(() => expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'));
  expect(sent).toEqual([]);
  expect(await barriers(dialog)).toEqual([]);
  write(/Begründung/, 'Das macht AG 2 schon.');
  press('Vorschlag ablehnen');
  await waitFor(() => expect(sent).toEqual([{ groupId: id, accept: false, reason: 'Das macht AG 2 schon.' }]));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Das macht AG 2 schon.');
});

test('who may not decide reads what the proposal waits for', () => {
  show(<ProposalPanel group={of({ status: 'PROPOSED' })} />);
  expect(screen.getByRole('heading', { name: /wartet auf eine Entscheidung/ })).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('reading a closed group wants a reason, and says who hears of it', async () => {
  const { sent, mock } = sends(ReadWithReasonDocument);
  show(<ReadWithReason group={of()} />, [mock]);
  press('Mit Begründung lesen …');
  const dialog = await screen.findByRole('dialog', { name: /mit Begründung lesen/ });
  expect(dialog.textContent).toContain('die Leitung der Arbeitsgruppe erfährt Ihre Begründung');
  press('Acht Stunden lesen');
  await waitFor(() => expect(screen.getByRole('textbox').getAttribute('aria-invalid')).toBe('true'));
  expect(sent).toEqual([]);
  expect(await barriers(dialog)).toEqual([]);
  write(/Warum müssen Sie/, 'Eine Beschwerde liegt vor.');
  press('Acht Stunden lesen');
  await waitFor(() => expect(sent).toEqual([{ groupId: id, reason: 'Eine Beschwerde liegt vor.' }]));
});

test('an invitation wants an organisation, or an address and a last day', async () => {
  const none = { data: { organisations: { __typename: 'OrganisationPage', nodes: [] } } };
  show(<InviteDialog group={of()} onClose={() => undefined} />, [
    { request: { query: FindOrganisationsDocument, variables: () => true }, maxUsageCount: 9, result: none },
  ]);
  const dialog = await screen.findByRole('dialog', { name: 'Einladen' });
  press('Einladung senden');
  expect(await screen.findByRole('link', { name: 'Wählen Sie eine Verwaltung aus der Liste.' })).toBeTruthy();
  expect(await barriers(dialog)).toEqual([]);
  fireEvent.click(screen.getByRole('radio', { name: /Einen Gast/ }));
  press('Einladung senden');
  await waitFor(() => expect(screen.getByRole('textbox', { name: /E-Mail/ }).getAttribute('aria-invalid')).toBe('true'));
  expect(await barriers(dialog)).toEqual([]);
});

test('the roster comes after a question, as a file that is named by the server', async () => {
  const saved: string[] = [];
  URL.createObjectURL = () => 'blob:roster';
  URL.revokeObjectURL = () => undefined;
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
    saved.push(this.download);
  });
  const exportRoster = { __typename: 'Roster', name: 'ag-4.csv', text: 'Name' };
  show(<Roster group={of()} />, [
    { request: { query: ExportRosterDocument, variables: { groupId: id } }, result: { data: { exportRoster } } },
  ]);
  press('Liste als CSV …');
  expect(await barriers(await screen.findByRole('alertdialog', { name: 'Mitgliederliste herunterladen?' }))).toEqual([]);
  expect(saved).toEqual([]);
  press('Liste herunterladen');
  await screen.findByText('Die Liste liegt bei Ihren Downloads.');
  expect(saved).toEqual(['ag-4.csv']);
  click.mockRestore();
});

test('the menu offers what the status allows, and pausing goes with its reason, which outlives a failure', async () => {
  const { sent, mock } = sends(ChangeStatusDocument);
  const closed = show(<StatusMenu group={of({ status: 'CLOSED' })} />);
  const open = async () => fireEvent.click(await screen.findByRole('button', { name: 'Weiteres zu AG 4 Kommunikation' }));
  const entries = async () => (await screen.findAllByRole('menuitem')).map((item) => item.textContent);
  await open();
  expect(await entries()).toEqual(['Bearbeiten', 'Abschluss zurücknehmen']);
  closed.unmount();
  show(<StatusMenu group={of()} />, [mock]);
  await open();
  expect(await entries()).toEqual(['Bearbeiten', 'Pausieren …', 'Abschließen …']);
  fireEvent.click(screen.getByRole('menuitem', { name: 'Pausieren …' }));
  const dialog = await screen.findByRole('dialog', { name: 'Arbeitsgruppe pausieren' });
  expect(await barriers(dialog)).toEqual([]);
  write(/Warum, und bis wann/, 'Urlaub bis zum 4. Januar.');
  press('Arbeitsgruppe pausieren');
  await waitFor(() => expect(sent).toEqual([{ id, status: 'PAUSED', reason: 'Urlaub bis zum 4. Januar.' }]));
  await screen.findByRole('alert');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Urlaub bis zum 4. Januar.');
});
