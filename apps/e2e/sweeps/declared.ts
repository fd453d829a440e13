/** What the sweep reads of a declared route. */
interface Declared {
  path?: string;
  index?: boolean;
  element?: unknown;
  lazy?: unknown;
  children?: Declared[];
}
type Lists = Record<string, Declared[]>;

const app = new URL('../../web/src/app/', import.meta.url);
// Their types are the web's business, and its compiler's.
const read = (file: string): Promise<Lists> => import(new URL(file, app).href) as Promise<Lists>;

const join = (above: string, path = ''): string => `${above}/${path.replace(/\/?\*$/, '')}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');

const { open = [], behindTheGate = [] } = await read('pages.ts');
const { administrationParts = [] } = await read('administration-parts.ts');

/** Routes that read their own list only when somebody comes there. */
const below: Readonly<Record<string, readonly Declared[]>> = { '/verwaltung': administrationParts };

/** Every address below a route that shows something of its own. */
function* leaves(routes: readonly Declared[], above: string): Generator<string> {
  for (const route of routes) {
    const here = join(above, route.path);
    const inside = route.path?.endsWith('/*') ? below[here] : route.children;
    if (route.path?.endsWith('/*') && !inside) throw new Error(`${here} has pages of its own that the sweep does not know`);
    if (inside) yield* leaves(inside, here);
    else yield here;
  }
}

/** All pages of the web as its router declares them. `open` ones need no sign-in. */
export const declared: readonly { pattern: string; open: boolean }[] = [
  { pattern: '/', open: true },
  { pattern: '/*', open: true },
  ...[...leaves(open, '/')].map((pattern) => ({ pattern, open: true })),
  ...[...leaves(behindTheGate, '/')].map((pattern) => ({ pattern, open: false })),
];
