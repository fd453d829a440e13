/** Addresses that are the server's or the identity provider's own, or that somebody without an account opens from a mail. */
const others = /^\/(graphql|live|oidc|realms|resources|kalender|newsletter|abmelden|livez|readyz|metrics)(\/|$)/;

/** Whether the app's frame may open at this address when the server is not reached. Files end like files. */
export const isPage = (path: string): boolean => !others.test(path) && !/\.[a-z0-9]+$/i.test(path);

/** `code`: what the asking page runs on. Only a page of this build may let an older worker go, and only when it is alone. */
export const isNewestOnly = (code: string, pages: number, files: readonly { url: string }[]): boolean =>
  pages === 1 && files.some(({ url }) => url === code);
