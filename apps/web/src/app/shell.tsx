import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react';
import { Link, NavLink, ScrollRestoration, useLocation } from 'react-router';
import { IconButton, IconLink } from '../ui/button.tsx';
import { Disclosure } from '../ui/disclosure.tsx';
import { ConnectionBar, SkipLinks } from '../ui/frame-parts.tsx';
import { Icon } from '../ui/icon.tsx';
import { LiveRegion } from '../ui/live-region.tsx';
import { Counter, Key } from '../ui/marks.tsx';
import { Sign } from '../ui/sign.tsx';
import { AwayContext } from '../ui/states.tsx';
import { useKeptFocus } from '../ui/use-kept-focus.ts';
import { classes } from '../ui/classes.ts';
import { AccountMenu, ThemeSwitch } from './account-menu.tsx';
import { SessionBar } from './session-bar.tsx';
import { useRouteFocus } from './route-focus.ts';
import { liesIn, type FrameLinks, type Place } from './sections.ts';
import { useShellData } from './shell-data.ts';
import { useShortcuts } from './shortcuts.ts';

const KeysDialog = lazy(async () => ({ default: (await import('./keys-dialog.tsx')).KeysDialog }));

const connectionWords = { online: 'Verbunden', lost: 'Unterbrochen', ended: 'Abgemeldet' } as const;
const nowhere: readonly Place[] = [];

type ShellProps = { links: FrameLinks; children: ReactNode };

/** The frame around every page. */
export function Shell({ links, children }: ShellProps) {
  const data = useShellData();
  const { viewer } = data;
  const [keysShown, showKeys] = useState(false);
  const help = useCallback(() => showKeys(true), []);
  const mine = viewer
    ? links.sections.filter((place) => (place.newcomer ?? false) === viewer.newcomer && (!place.admin || viewer.mayAdminister))
    : nowhere;
  useShortcuts(mine, help);
  useRouteFocus();
  const page = useKeptFocus<HTMLElement>();
  // So that a report names the page it is about.
  const from = { from: useLocation().pathname };
  return (
    <div className={classes('ui-app', !viewer && 'ui-app--bare')}>
      <header className="ui-head ui-now" data-kern-theme="dark">
        <SkipLinks
          targets={[
            { id: 'inhalt', label: 'Zum Inhalt springen' },
            ...(viewer ? [{ id: 'bereiche', label: 'Zu den Hauptbereichen springen' }] : []),
          ]}
        />
        <Link className="ui-brand" to="/">
          <Sign lit={viewer?.sign ?? 'all'} />
          <span>
            <b>Sachsen-Anhalt</b>
            <span>Gemeinsam Digital</span>
          </span>
        </Link>
        <div className="ui-tools">
          <div className={classes('ui-theme', viewer && 'ui-theme--spare')}>
            <Disclosure trigger={(props) => <IconButton icon="contrast" label="Darstellung wählen" {...props} />}>
              {() => (
                <div className="ui-drop__theme">
                  <ThemeSwitch />
                </div>
              )}
            </Disclosure>
          </div>
          {viewer && !viewer.newcomer && links.notices && (
            <IconLink
              icon="notifications"
              to={links.notices}
              label={data.newNotices > 0 ? `Hinweise, ${data.newNotices} neue` : 'Hinweise'}
              count={data.newNotices}
            />
          )}
          {viewer && (
            <AccountMenu viewer={viewer} account={links.account} chooseOrganisation={data.chooseOrganisation} signOut={data.signOut} />
          )}
        </div>
      </header>
      <div className="ui-note">
        <ConnectionBar lost={data.connection === 'lost'} standing={data.standing[from.from]} />
        {data.session && <SessionBar session={data.session} />}
      </div>
      {viewer && <Navigation places={mine} onKeys={help} />}
      <main className="ui-main" id="inhalt" tabIndex={-1} ref={page}>
        <AwayContext value={data.away}>{children}</AwayContext>
      </main>
      <footer className="ui-foot">
        <nav aria-label="Rechtliches und Hilfe">
          <ul>
            {links.legal.map((link) => (
              <li key={link.to}>
                <Link to={link.to} state={from}>
                  {link.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        {data.remark && <p>{data.remark}</p>}
      </footer>
      <LiveRegion />
      <ScrollRestoration />
      {keysShown && (
        <Suspense>
          <KeysDialog places={mine} onClose={() => showKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}

function Navigation({ places, onKeys }: { places: readonly Place[]; onKeys: () => void }) {
  const { news, pinned, connection } = useShellData();
  const { pathname } = useLocation();
  return (
    <nav className="ui-nav" aria-label="Hauptbereiche" id="bereiche" tabIndex={-1}>
      <div className="ui-nav__in">
        <ul className="ui-nav__main">
          {places.map((place) => (
            <li key={place.to} className={place.admin && 'ui-nav__spare'}>
              <Link to={place.to} aria-current={liesIn(place, pathname) ? 'page' : undefined}>
                <Icon name={place.icon} />
                <span className={place.short ? 'ui-nav__long' : undefined}>{place.label}</span>
                {place.short && <span className="ui-nav__short">{place.short}</span>}
                <Counter value={news[place.to] ?? 0} unit="neu" />
              </Link>
            </li>
          ))}
        </ul>
        {pinned.length > 0 && (
          <>
            <h2 id="angeheftet">Angeheftet</h2>
            <ul className="ui-nav__pinned" aria-labelledby="angeheftet">
              {pinned.map((pin) => (
                <li key={pin.to}>
                  <NavLink to={pin.to}>
                    {pin.label}
                    <Counter value={pin.news} unit="neu" />
                  </NavLink>
                </li>
              ))}
            </ul>
          </>
        )}
        <div className="ui-nav__end">
          <p className="ui-meta ui-state">
            <span className={classes('ui-dot', connection !== 'online' && 'ui-dot--off')} />
            {connectionWords[connection]}
          </p>
          <p className="ui-meta">
            <button type="button" className="ui-nav__keys" onClick={onKeys}>
              Alle Tasten: <Key>?</Key>
            </button>
          </p>
        </div>
      </div>
    </nav>
  );
}
