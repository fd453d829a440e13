import type { IncomingMessage, ServerResponse } from 'node:http';
import type Provider from 'oidc-provider';
import { readForm, sendPage } from '../page/answer.ts';
import { passwordFits, type Account, type Accounts } from './accounts.ts';
import { expiredPage, signInPage } from './pages.ts';

/** Keycloak's own sentences: whoever moves from one to the other reads the same. */
const wrong = 'Ungültiger Benutzername oder Passwort.';
const disabled = 'Ihr Benutzerkonto ist gesperrt, bitte kontaktieren Sie den Admin.';

export interface SignIn {
  provider: Provider;
  accounts: Accounts;
  demo: boolean;
  webUrl: string;
  origin: string;
}

/** The page under `/realms/kollab/login-actions/authenticate/<uid>`: shows the form and takes it. */
export async function signIn(context: SignIn, req: IncomingMessage, res: ServerResponse, action: string): Promise<void> {
  const { provider, accounts, demo, webUrl } = context;
  const interaction = await provider.interactionDetails(req, res).catch(() => null);
  if (!interaction) return sendPage(res, 400, expiredPage(webUrl));
  const finish = (account: Account) =>
    provider.interactionFinished(req, res, { login: { accountId: account.id } }, { mergeWithLastSubmission: false });
  const show = (fields: { username?: string; error?: string }) =>
    sendPage(
      res,
      200,
      signInPage({
        action: context.origin + action,
        webUrl,
        oneClick: demo ? accounts.all.filter((account) => account.enabled) : [],
        ...fields,
      }),
    );

  if (req.method === 'GET') {
    const hint = interaction.params['login_hint'];
    const hinted = typeof hint === 'string' ? accounts.byName(hint) : undefined;
    const asksForTheForm = interaction.params['prompt'] === 'login';
    // One click on the platform's own start page is enough in a demonstration.
    if (demo && hinted?.enabled && !asksForTheForm) return finish(hinted);
    return show(typeof hint === 'string' ? { username: hint } : {});
  }
  if (req.headers.origin !== undefined && req.headers.origin !== context.origin) return sendPage(res, 403, expiredPage(webUrl));
  const form = await readForm(req);
  const clicked = demo ? accounts.byName(form.get('account') ?? '') : undefined;
  if (clicked?.enabled) return finish(clicked);
  const username = form.get('username') ?? '';
  const account = accounts.byName(username);
  if (!account || !passwordFits(account, form.get('password') ?? '')) return show({ username, error: wrong });
  if (!account.enabled) return show({ username, error: disabled });
  return finish(account);
}
