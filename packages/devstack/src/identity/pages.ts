import { escapeHtml, page as layout, type Page } from '../page/page.ts';
import type { Account } from './accounts.ts';

const page = (content: Omit<Page, 'footer'>): string =>
  layout({ ...content, footer: 'Eingebauter Anmeldedienst dieses Rechners. Im Betrieb steht hier Keycloak.' });

export interface SignInForm {
  action: string;
  username?: string;
  error?: string;
  webUrl: string;
  /** One button each; empty outside the demonstration. */
  oneClick: readonly Account[];
}

const oneClickRow = (account: Account): string => `<li><button type="submit" name="account" value="${escapeHtml(account.username)}">
<b>${escapeHtml(account.firstName)} ${escapeHtml(account.lastName)}${account.organisation ? `, ${escapeHtml(account.organisation)}` : ''}</b> <code>${escapeHtml(account.username)}</code>
${account.purpose ? `<span class="meta">${escapeHtml(account.purpose)}</span>` : ''}</button></li>`;

const oneClickSection = ({ action, oneClick }: SignInForm): string =>
  oneClick.length === 0
    ? ''
    : `<section aria-labelledby="vorfuehrung">
<h2 id="vorfuehrung">Vorführung: als jemand anderes hineinschauen</h2>
<p class="meta">Ein Klick genügt. Alle Personen sind erfunden, das Passwort heißt überall <code>kollab-demo</code>.</p>
<form method="post" action="${escapeHtml(action)}"><ul class="accounts">${oneClick.map(oneClickRow).join('\n')}</ul></form>
</section>`;

/** Element ids as on Keycloak's own page, so that one journey drives both. */
export function signInPage(form: SignInForm): string {
  const invalid = form.error ? ' aria-invalid="true" aria-describedby="input-error"' : '';
  return page({
    title: form.error ? 'Anmeldung nicht gelungen' : 'Anmelden',
    body: `<h1 id="kc-page-title">Anmelden</h1>
<p class="lead">Die gemeinsame Arbeitsfläche von Land und Kommunen in Sachsen-Anhalt.</p>
<form id="kc-form-login" method="post" action="${escapeHtml(form.action)}">
${form.error ? `<p class="alert" id="input-error" role="alert">${escapeHtml(form.error)}</p>` : ''}
<p class="field"><label for="username">Benutzername oder E-Mail</label>
<input id="username" name="username" type="text" autocomplete="username" autocapitalize="none" spellcheck="false" value="${escapeHtml(form.username ?? '')}" required${invalid}></p>
<p class="field"><label for="password">Passwort</label>
<input id="password" name="password" type="password" autocomplete="current-password" required${invalid}></p>
<p><button class="primary" id="kc-login" type="submit">Anmelden</button></p>
</form>
${oneClickSection(form)}
<p class="meta"><a href="${escapeHtml(form.webUrl)}">Zurück zur Startseite</a></p>`,
  });
}

/** Confirms by itself when the application said whom it signs out, as Keycloak does. */
export const signOutPage = (form: string, byItself: boolean): string =>
  page({
    title: 'Abmelden',
    head: byItself ? '<script src="/resources/sign-out.js" defer></script>\n' : '',
    body: `<h1>Abmelden</h1>
${form}
<p>Möchten Sie sich abmelden?</p>
<p><button class="primary" id="kc-logout" type="submit" form="op.logoutForm" name="logout" value="yes">Abmelden</button></p>`,
  });

export const signedOutPage = (webUrl: string): string =>
  page({
    title: 'Abgemeldet',
    body: `<h1>Sie sind abgemeldet</h1>
<p><a href="${escapeHtml(webUrl)}">Zur Startseite</a></p>`,
  });

export const expiredPage = (webUrl: string): string =>
  page({
    title: 'Seite abgelaufen',
    body: `<h1>Diese Anmeldeseite ist abgelaufen</h1>
<p>Bitte beginnen Sie die Anmeldung noch einmal.</p>
<p><a href="${escapeHtml(webUrl)}">Zur Startseite</a></p>`,
  });

export const errorPage = (detail: string, webUrl: string): string =>
  page({
    title: 'Anmeldung nicht möglich',
    body: `<h1>Die Anmeldung ist nicht möglich</h1>
<p>Die Anfrage der Anwendung passt nicht zu den Einstellungen dieses Anmeldedienstes.</p>
<p class="meta">Für die Fehlersuche: <code lang="en">${escapeHtml(detail)}</code></p>
<p><a href="${escapeHtml(webUrl)}">Zur Startseite</a></p>`,
  });

export const accountPage = (webUrl: string): string =>
  page({
    title: 'Ihr Konto',
    body: `<h1>Ihr Konto</h1>
<p>Name, E-Mail-Adresse und Passwort stehen bei diesem eingebauten Anmeldedienst fest. Im Betrieb ändern Sie sie an dieser Stelle in Keycloak.</p>
<p><a href="${escapeHtml(webUrl)}">Zurück zur Plattform</a></p>`,
  });
