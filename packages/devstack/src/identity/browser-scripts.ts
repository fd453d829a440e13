/**
 * The few lines that run in a browser, served as files because the pages allow no inline script. keycloak-js loads the
 * pages around them in hidden frames and waits for their messages.
 */

/** Confirms the sign-out that the application already asked for. */
export const signOutScript = `document.querySelector('button[name=logout]').click();
`;

/** Says whether the session that the application knows still is the one of this browser. */
export const loginStatusScript = (cookieName: string, webOrigin: string): string => `const webOrigin = ${JSON.stringify(webOrigin)};
const readCookie = () => document.cookie.split('; ').find((c) => c.startsWith(${JSON.stringify(`${cookieName}=`)}))?.split('=')[1] ?? '';
const hash = async (text) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-384', new TextEncoder().encode(text)));
  return btoa(String.fromCharCode(...bytes)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
};
addEventListener('message', async (event) => {
  if (event.origin !== webOrigin || typeof event.data !== 'string') return;
  const [client, session] = event.data.split(' ');
  let answer = 'error';
  if (client === 'web') {
    const expected = session ? await hash(session) : '';
    answer = readCookie() === expected ? 'unchanged' : 'changed';
  }
  event.source.postMessage(answer, webOrigin);
});
`;

/** Step one of the check for third-party cookies sets one, step two tells whether it came back. */
export const cookieStepOneScript = `document.cookie = 'kollab_cookie_check=1; SameSite=Lax; Max-Age=60';
location.replace('step2.html');
`;
export const cookieStepTwoScript = `parent.postMessage(document.cookie.includes('kollab_cookie_check=1') ? 'supported' : 'unsupported', '*');
`;

export const framePage = (script: string): string =>
  `<!doctype html><html lang="de"><meta charset="utf-8"><title>Anmeldestatus</title><script src="${script}"></script></html>`;
