import { beforeEach, expect, test } from '@jest/globals';
import { act, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { barriers } from '../../../../test/axe.ts';
import { SessionContext } from '../../../lib/use-session.ts';
import type { Session } from '../../../lib/session.ts';
import { NewsletterDocument } from '../documents.generated.ts';
import {
  NewsletterAnnouncementsDocument,
  NewsletterDeskDocument,
  NewsletterDraftDocument,
  NewsletterPreviewDocument,
  PublishNewsletterIssueDocument,
  SaveNewsletterIssueDocument,
} from './documents.generated.ts';
import { DeskPage } from './desk-page.tsx';
import { missingWord } from './draft.ts';
import { EditPage } from './edit-page.tsx';

// Schemas come when they are first needed; a busy machine takes its time to compile them.
configure({ asyncUtilTimeout: 10_000 });

const id = '0b0a5a54-6a0e-4a2e-9a52-5f6a2d6f0001';
const announcementId = '0b0a5a54-6a0e-4a2e-9a52-5f6a2d6f0002';
const block = {
  __typename: 'NewsletterBlock',
  heading: '',
  body: '',
  entryId: null,
  question: null,
  announcementId: null,
  announcement: null,
};
const issue = {
  __typename: 'NewsletterDraft',
  id,
  status: 'DRAFT',
  number: null,
  title: 'Zum Jahresende',
  greeting: 'Guten Tag,',
  outlook: '',
  blocks: [
    { ...block, kind: 'TEXT', heading: 'Eins', body: 'Erster Text' },
    { ...block, kind: 'DATES' },
  ],
  version: 3,
  changedAt: '2026-11-02T08:00:00.000Z',
  publishedAt: null,
  finishedAt: null,
  recipientCount: 0,
  sentCount: 0,
  viewerCan: { __typename: 'NewsletterDraftAbilities', edit: true },
};
type Issue = Omit<typeof issue, 'status' | 'number' | 'publishedAt' | 'finishedAt'> & {
  status: 'DRAFT' | 'SENDING' | 'SENT';
  number: number | null;
  publishedAt: string | null;
  finishedAt: string | null;
};

const about = (viewerEdits: boolean): MockLink.MockedResponse => ({
  request: { query: NewsletterDocument },
  result: {
    data: {
      newsletter: {
        __typename: 'Newsletter',
        id: 'newsletter',
        name: 'SachsenAnhaltsPunkte',
        consentText: 'Ja.',
        viewerEmail: null,
        viewerSubscribed: false,
        viewerEdits,
      },
    },
  },
});
const draft = (more: Partial<Issue> = {}): MockLink.MockedResponse => ({
  request: { query: NewsletterDraftDocument, variables: { id } },
  result: { data: { newsletterDraft: { ...issue, ...more } } },
});
const preview = (missing: string[]): MockLink.MockedResponse => ({
  request: { query: NewsletterPreviewDocument, variables: { id } },
  result: {
    data: {
      newsletterPreview: {
        __typename: 'NewsletterPreview',
        number: 4,
        subject: 'SachsenAnhaltsPunkte 4: Zum Jahresende',
        text: 'Der Text der E-Mail',
        html: '<p style="margin:0">Die E-Mail</p>',
        missing,
        recipients: 42,
        parts: [{ __typename: 'NewsletterPart', kind: 'TEXT', heading: 'Eins', body: 'Erster Text', source: '', dates: [] }],
      },
    },
  },
});

function show(path: string, mocks: MockLink.MockedResponse[]) {
  const router = createMemoryRouter(
    [
      { path: 'newsletter/redaktion', element: <DeskPage /> },
      { path: 'newsletter/redaktion/:id', element: <EditPage /> },
    ],
    { initialEntries: [path] },
  );
  return render(
    <SessionContext value={{ subject: 'kim' } as unknown as Session}>
      <MockedProvider mocks={mocks}>
        <RouterProvider router={router} />
      </MockedProvider>
    </SessionContext>,
  );
}
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole('button', { name }));
beforeEach(() => sessionStorage.clear());

test('the order is changed by buttons, and the whole draft is saved in the version that was seen', async () => {
  const sent: unknown[] = [];
  const { container } = show(`/newsletter/redaktion/${id}`, [
    about(true),
    draft(),
    {
      request: { query: SaveNewsletterIssueDocument, variables: () => true },
      result: (asked) => {
        sent.push(asked);
        return { data: { saveNewsletterIssue: { ...issue, version: 4 } } };
      },
    },
  ]);
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Titel' });
  expect(await barriers(container)).toEqual([]);
  fireEvent.change(title, { target: { value: 'Neuer Titel' } });
  press('Abschnitt 2 nach oben');
  press('Entwurf speichern');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toEqual({
    id,
    version: 3,
    draft: {
      title: 'Neuer Titel',
      greeting: 'Guten Tag,',
      outlook: '',
      blocks: [
        { kind: 'DATES', heading: '', body: '', entryId: null, announcementId: null },
        { kind: 'TEXT', heading: 'Eins', body: 'Erster Text', entryId: null, announcementId: null },
      ],
    },
  });
});

test('an announcement is chosen from those that everybody may read', async () => {
  const [asked, sent]: [unknown[], unknown[]] = [[], []];
  const { container } = show(`/newsletter/redaktion/${id}`, [
    about(true),
    draft(),
    {
      request: { query: NewsletterAnnouncementsDocument, variables: (variables) => asked.push(variables) > 0 },
      maxUsageCount: 20,
      result: {
        data: {
          announcements: {
            __typename: 'AnnouncementPage',
            nodes: [{ __typename: 'Announcement', id: announcementId, title: 'Die Plattform ist eröffnet' }],
          },
        },
      },
    },
    {
      request: { query: SaveNewsletterIssueDocument, variables: () => true },
      result: (variables) => {
        sent.push(variables);
        return { data: { saveNewsletterIssue: { ...issue, version: 4 } } };
      },
    },
  ]);
  const [kind] = await screen.findAllByRole<HTMLSelectElement>('combobox', { name: 'Was ist es?' });
  fireEvent.change(kind!, { target: { value: 'ANNOUNCEMENT' } });
  const field = await screen.findByRole('combobox', { name: 'Mitteilung' });
  act(() => field.focus());
  fireEvent.input(field, { target: { value: 'Plattform' } });
  fireEvent.click(await screen.findByRole('option', { name: 'Die Plattform ist eröffnet' }));
  expect(await barriers(container)).toEqual([]);
  expect(asked.at(-1)).toMatchObject({ filter: { scope: 'OFFICE', classification: 'OFFEN' } });
  press('Entwurf speichern');
  await waitFor(() => expect(sent).toHaveLength(1));
  expect(sent[0]).toMatchObject({
    draft: { blocks: [{ kind: 'ANNOUNCEMENT', heading: '', body: '', entryId: null, announcementId }, { kind: 'DATES' }] },
  });
});

test('what somebody else saved meanwhile is shown beside one’s own, which stays', async () => {
  const theirs = { ...issue, title: 'Titel der anderen', version: 4 };
  show(`/newsletter/redaktion/${id}`, [
    about(true),
    draft(),
    {
      request: { query: SaveNewsletterIssueDocument, variables: () => true },
      result: { errors: [{ message: 'stale', extensions: { code: 'stale', current: { version: 4 } } }] },
    },
    { request: { query: NewsletterDraftDocument, variables: { id } }, result: { data: { newsletterDraft: theirs } } },
  ]);
  const title = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Titel' });
  fireEvent.change(title, { target: { value: 'Mein Titel' } });
  press('Entwurf speichern');
  await screen.findByRole('button', { name: 'Diese Fassung übernehmen: Titel' });
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Titel' }).value).toBe('Mein Titel');
  press('Diese Fassung übernehmen: Titel');
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Titel' }).value).toBe('Titel der anderen');
});

test('what is missing is named, and nothing can be published', async () => {
  const { container } = show(`/newsletter/redaktion/${id}?teil=vorschau`, [about(true), draft(), preview(['title', 'blocks.1.entryId'])]);
  await screen.findByText('die Frage von Abschnitt 2');
  expect(screen.queryByRole('button', { name: /Veröffentlichen/ })).toBeNull();
  expect(await barriers(container)).toEqual([]);
  expect(['greeting', 'blocks', 'blocks.0.heading', 'blocks.2.body', 'blocks.3.announcementId'].map(missingWord)).toEqual([
    'das Grußwort',
    'mindestens ein Abschnitt',
    'die Überschrift von Abschnitt 1',
    'der Text von Abschnitt 3',
    'eine offene, gültige Mitteilung in Abschnitt 4',
  ]);
});

test('publishing says to how many it goes, and then how far it is', async () => {
  const sent: unknown[] = [];
  const { container } = show(`/newsletter/redaktion/${id}?teil=vorschau`, [
    about(true),
    draft(),
    preview([]),
    {
      request: { query: PublishNewsletterIssueDocument, variables: () => true },
      result: (asked) => {
        sent.push(asked);
        const published = {
          ...issue,
          status: 'SENDING',
          number: 4,
          publishedAt: '2026-11-22T10:00:00.000Z',
          recipientCount: 42,
          sentCount: 12,
        };
        return { data: { publishNewsletterIssue: { ...published, viewerCan: { ...issue.viewerCan, edit: false } } } };
      },
    },
  ]);
  await screen.findByText('Erster Text');
  press('Veröffentlichen und senden …');
  const dialog = within(await screen.findByRole('alertdialog'));
  expect(dialog.getByText(/42 Adressen/)).toBeTruthy();
  fireEvent.click(dialog.getByRole('button', { name: 'Veröffentlichen und senden' }));
  expect((await screen.findByRole('status')).textContent).toContain('12 von 42 E-Mails');
  expect(sent).toEqual([{ id, version: 3 }]);
  expect(screen.getByRole('link', { name: 'Ausgabe lesen' }).getAttribute('href')).toBe('/newsletter/4');
  expect(await barriers(container)).toEqual([]);
});

test('others are told that it is not theirs', async () => {
  show('/newsletter/redaktion', [about(false)]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Dafür fehlt Ihnen die Berechtigung' })).toBeTruthy();
});

test('the desk shows what is a draft and how far the others are', async () => {
  const row = { __typename: 'NewsletterDraft', title: 'Eins', changedAt: issue.changedAt, recipientCount: 250 };
  const { container } = show('/newsletter/redaktion', [
    about(true),
    {
      request: { query: NewsletterDeskDocument, variables: { first: 30, after: null } },
      result: {
        data: {
          newsletterDesk: {
            __typename: 'NewsletterDraftPage',
            nodes: [
              { ...row, id: '1', status: 'DRAFT', number: null, publishedAt: null, sentCount: 0 },
              { ...row, id: '2', status: 'SENDING', number: 2, publishedAt: issue.changedAt, sentCount: 100 },
            ],
            pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
            total: 2,
          },
        },
      },
    },
  ]);
  expect((await screen.findByText('Entwurf')).textContent).toBe('Entwurf');
  expect(screen.getByText(/100 von 250 E-Mails/)).toBeTruthy();
  expect(await barriers(container)).toEqual([]);
});
