import { Link } from 'react-router';
import { Disclosure } from '../ui/disclosure.tsx';
import { Icon } from '../ui/icon.tsx';
import { OrgMark } from '../ui/marks.tsx';
import { Segmented } from '../ui/choice.tsx';
import { chooseTheme, useThemeChoice, type ThemeChoice } from '../ui/theme.ts';
import type { ShellData } from './shell-data.ts';

const themes: readonly { value: ThemeChoice; label: string }[] = [
  { value: 'light', label: 'Hell' },
  { value: 'dark', label: 'Dunkel' },
  { value: 'system', label: 'System' },
];

export function ThemeSwitch() {
  const choice = useThemeChoice();
  return <Segmented label="Darstellung" options={themes} value={choice} onChange={chooseTheme} />;
}

type AccountMenuProps = { viewer: NonNullable<ShellData['viewer']>; account: string | null } & Pick<
  ShellData,
  'chooseOrganisation' | 'signOut'
>;

/** Who I am, for whom I write, how it looks, and the way out. */
export function AccountMenu({ viewer, account, chooseOrganisation, signOut }: AccountMenuProps) {
  return (
    <Disclosure
      trigger={(props) => (
        <button type="button" className="ui-me" {...props}>
          <span className="ui-hidden">Konto: </span>
          <OrgMark code={viewer.organisation.code} kind={viewer.organisation.kind} />
          <span className="ui-me__text">
            <b>{viewer.name}</b>
            <span>{viewer.organisation.name}</span>
          </span>
          <Icon name="keyboard-arrow-down" size="small" />
        </button>
      )}
    >
      {(close) => (
        <>
          <p>
            <strong>{viewer.name}</strong>
            <br />
            <span className="ui-meta">{viewer.organisation.name}</span>
          </p>
          {viewer.organisations.length > 1 && (
            <>
              <hr />
              <p className="ui-over" id="for-whom">
                Ich arbeite gerade für
              </p>
              <ul aria-labelledby="for-whom">
                {viewer.organisations.map((organisation) => (
                  <li key={organisation.id}>
                    <button
                      type="button"
                      className="ui-item"
                      aria-pressed={organisation.current}
                      onClick={() => {
                        chooseOrganisation(organisation.id);
                        close();
                      }}
                    >
                      <Icon name={organisation.current ? 'check' : 'arrow-forward'} />
                      {organisation.name}
                    </button>
                  </li>
                ))}
              </ul>
            </>
          )}
          <hr />
          <div className="ui-drop__theme">
            <ThemeSwitch />
          </div>
          <hr />
          {/* A phone's bar has room for five. */}
          {viewer.mayAdminister && (
            <Link className="ui-item" to="/verwaltung" onClick={close}>
              <Icon name="settings" />
              Verwaltung
            </Link>
          )}
          {account && (
            <Link className="ui-item" to={account} onClick={close}>
              <Icon name="account-circle" />
              Konto und Einstellungen
            </Link>
          )}
          <button type="button" className="ui-item" onClick={signOut}>
            <Icon name="logout" />
            Abmelden
          </button>
        </>
      )}
    </Disclosure>
  );
}
