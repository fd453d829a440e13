import { expect, test } from '@jest/globals';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { MockLink } from '@apollo/client/testing';
import { MockedProvider } from '@apollo/client/testing/react';
import { MemoryRouter, Route, Routes } from 'react-router';
import { barriers } from '../../../test/axe.ts';
import {
  ConfirmNewsletterDocument,
  NewsletterArchiveDocument,
  NewsletterDocument,
  NewsletterLinkDocument,
  SetNewsletterSubscriptionDocument,
  SubscribeNewsletterDocument,
  UnsubscribeNewsletterDocument,
  type NewsletterAboutFragment,
} from './documents.generated.ts';
import { LinkPage } from './link-page.tsx';
import { NewsletterPage } from './newsletter-page.tsx';

const about = {
  __typename: 'Newsletter',
  id: 'newsletter',
  name: 'SachsenAnhaltsPunkte',
  consentText: 'Ich möchte den Newsletter erhalten.',
  viewerEmail: null,
  viewerSubscribed: false,
  viewerEdits: false,
} satisfies NewsletterAboutFragment & { __typename: string };
const archive = {
  request: { query: NewsletterArchiveDocument, variables: { first: 20, after: null } },
  result: {
    data: {
      newsletterIssues: {
        __typename: 'NewsletterIssuePage',
        nodes: [{ __typename: 'NewsletterIssue', id: '1', number: 1, title: 'Gemeinsam starten', publishedAt: '2026-10-01T08:00:00.000Z' }],
        pageInfo: { __typename: 'PageInfo', hasNextPage: false, endCursor: null },
        total: 1,
      },
    },
  },
};
const show = (path: string, mocks: MockLink.MockedResponse[]) =>
  render(
    <MockedProvider mocks={[archive, ...mocks]}>
      <MemoryRouter initialEntries={[path]}>
        <Routes>
          <Route path="newsletter" element={<NewsletterPage />} />
          <Route path="newsletter/verweis/:token" element={<LinkPage />} />
        </Routes>
      </MemoryRouter>
    </MockedProvider>,
  );
const page = (more: Partial<NewsletterAboutFragment> = {}): MockLink.MockedResponse => ({
  request: { query: NewsletterDocument },
  result: { data: { newsletter: { ...about, ...more } } },
});
const refused = (code: string) => ({ errors: [{ message: code, extensions: { code } }] });
const variables = { token: 'geheim' };
const linked = (kind: 'CONFIRM' | 'MANAGE', subscribed: boolean): MockLink.MockedResponse => ({
  request: { query: NewsletterLinkDocument, variables },
  result: {
    data: {
      newsletterLink: {
        __typename: 'NewsletterLink',
        kind,
        email: 'kim@ort.example',
        subscribed,
        confirmedAt: subscribed ? '2026-10-02T08:00:00.000Z' : null,
      },
    },
  },
});
const press = (name: string) => fireEvent.click(screen.getByRole('button', { name }));

test('the form checks the address, sends it, and says what happens next', async () => {
  const sent: unknown[] = [];
  const email = 'kim@ort.example';
  const { container } = show('/newsletter', [
    page(),
    {
      request: { query: SubscribeNewsletterDocument, variables: { email } },
      result: (asked) => {
        sent.push(asked);
        return { data: { subscribeNewsletter: true } };
      },
    },
  ]);
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Ihre E-Mail-Adresse' });
  expect(screen.getByText(/Ich möchte den Newsletter erhalten/)).toBeTruthy();
  fireEvent.change(field, { target: { value: 'kim@ort' } });
  press('Newsletter abonnieren');
  await screen.findByRole('group', { name: 'Angaben prüfen' });
  expect(field.getAttribute('aria-invalid')).toBe('true');
  expect(field.value).toBe('kim@ort');
  expect(sent).toEqual([]);
  expect(await barriers(container)).toEqual([]);
  fireEvent.change(field, { target: { value: ` ${email} ` } });
  press('Newsletter abonnieren');
  expect((await screen.findByRole('alert')).textContent).toContain('Bitte sehen Sie in Ihr Postfach');
  expect(sent).toEqual([{ email }]);
  expect(await barriers(container)).toEqual([]);
});

test('a refusal is said, and what was typed stays', async () => {
  const email = 'kim@ort.example';
  show('/newsletter', [page(), { request: { query: SubscribeNewsletterDocument, variables: { email } }, result: refused('rate_limited') }]);
  const field = await screen.findByRole<HTMLInputElement>('textbox', { name: 'Ihre E-Mail-Adresse' });
  fireEvent.change(field, { target: { value: email } });
  press('Newsletter abonnieren');
  expect((await screen.findByRole('alert')).textContent).toContain('sehr viele Anfragen');
  expect(field.value).toBe(email);
});

test('who is signed in subscribes in one click, and ends it in one', async () => {
  const viewerEmail = 'kim@halle.example';
  const sets = (on: boolean): MockLink.MockedResponse => ({
    request: { query: SetNewsletterSubscriptionDocument, variables: { on } },
    result: { data: { setNewsletterSubscription: { ...about, viewerEmail, viewerSubscribed: on } } },
  });
  const { container } = show('/newsletter', [page({ viewerEmail }), sets(true), sets(false)]);
  await screen.findByText(viewerEmail);
  expect(screen.queryByRole('textbox')).toBeNull();
  press('Newsletter abonnieren');
  await screen.findByRole('button', { name: 'Newsletter abbestellen' });
  expect(await barriers(container)).toEqual([]);
  // A second press waits for the first one's answer.
  await waitFor(() => expect(screen.getByRole('button', { name: 'Newsletter abbestellen' }).getAttribute('aria-busy')).toBeNull());
  press('Newsletter abbestellen');
  await screen.findByRole('button', { name: 'Newsletter abonnieren' });
});

test.each([
  ['CONFIRM', false, 'Anmeldung bestätigen', ConfirmNewsletterDocument, 'confirmNewsletter', 'Ihre Anmeldung ist bestätigt'],
  ['MANAGE', true, 'Newsletter abbestellen', UnsubscribeNewsletterDocument, 'unsubscribeNewsletter', 'Sie sind abgemeldet'],
] as const)('the page of a link %s does nothing until its button is pressed', async (kind, subscribed, button, query, field, title) => {
  const { container } = show('/newsletter/verweis/geheim', [
    linked(kind, subscribed),
    { request: { query, variables }, result: { data: { [field]: true } } },
  ]);
  await screen.findByText(/kim@ort\.example/);
  expect(await barriers(container)).toEqual([]);
  press(button);
  const heading = await screen.findByRole('heading', { level: 1, name: title });
  expect(document.title).toContain(title);
  expect(heading).toBeTruthy();
});

test('a subscription that ended is shown as ended', async () => {
  show('/newsletter/verweis/geheim', [linked('MANAGE', false)]);
  expect(await screen.findByRole('heading', { level: 1, name: 'Sie sind abgemeldet' })).toBeTruthy();
});

test.each([
  ['not_found', /gilt nicht oder nicht mehr/],
  ['newsletter.link_expired', /abgelaufen/],
  ['newsletter.link_used', /schon benutzt/],
])('a link that is refused as %s says why', async (code, sentence) => {
  const { container } = show('/newsletter/verweis/geheim', [
    { request: { query: NewsletterLinkDocument, variables }, result: refused(code) },
  ]);
  expect((await screen.findByRole('alert')).textContent).toMatch(sentence);
  expect(screen.getByRole('link', { name: 'Zum Newsletter' }).getAttribute('href')).toBe('/newsletter');
  expect(await barriers(container)).toEqual([]);
});

test('what has appeared is read on the web', async () => {
  show('/newsletter', [page()]);
  expect((await screen.findByRole('link', { name: 'Gemeinsam starten' })).getAttribute('href')).toBe('/newsletter/1');
  expect(screen.getByRole('link', { name: 'Als Feed (Atom)' }).getAttribute('href')).toBe('/newsletter.atom');
});
