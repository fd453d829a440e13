/** Paths that are not pages of the app: the server's and the identity provider's own, and those opened from mails without an account. */
const others = /^\/(graphql|live|oidc|realms|resources|kalender|newsletter|abmelden|livez|readyz|metrics)(\/|$)/;

/** Whether index.html may open at this path when the server cannot be reached. Paths with a file extension are files. */
export const isPage = (path: string): boolean => !others.test(path) && !/\.[a-z0-9]+$/i.test(path);

/** Whether a waiting worker may take over at once: only if the single open page (running `code`) is of the worker's own build. */
export const isNewestOnly = (code: string, pages: number, files: readonly { url: string }[]): boolean =>
  pages === 1 && files.some(({ url }) => url === code);
