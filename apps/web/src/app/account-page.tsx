import { AbsenceSettings } from '../features/absences/absence-settings.tsx';
import { ConnectedAccount } from '../features/people/account.tsx';
import { MailSettings } from '../features/mailing/mail-settings.tsx';
import { PausedAddress } from '../features/mailing/paused-address.tsx';
import { CalendarAddress } from '../features/sprechstunden/calendar-address.tsx';
import { OnThisDevice } from '../features/offline/on-this-device.tsx';
import { PushSettings } from '../features/push/push-settings.tsx';
import { OwnData } from '../features/privacy/own-data.tsx';
import { Checkbox } from '../ui/choice.tsx';
import { Button, LinkButton } from '../ui/button.tsx';
import { PageHeader } from '../ui/page-header.tsx';
import { Section } from '../ui/section.tsx';
import { ThemeSwitch } from './account-menu.tsx';
import { useShellData } from './shell-data.ts';
import { useStarted } from './started.ts';
import { switchShortcuts, useShortcutsOn } from './shortcuts.ts';

/** Who I am here, and how it works for me. Each feature brings its own part. */
export function AccountPage() {
  const { signOut, viewer } = useShellData();
  const keys = useShortcutsOn();
  const { session } = useStarted();
  return (
    <>
      <PageHeader
        title="Konto"
        lead="Ihre Angaben, Ihre Hinweise und wie die Plattform für Sie aussieht."
        actions={
          <Button size="medium" icon="logout" onClick={signOut}>
            Abmelden
          </Button>
        }
      />
      <div className="ui-flow">
        <PausedAddress />
        <ConnectedAccount />
        {viewer && !viewer.newcomer && (
          <Section title="Hinweise">
            <p className="ui-plaintext">Wovon Sie Hinweise erhalten, und wovon Sie mehr oder weniger sehen.</p>
            <LinkButton to="/hinweise/verfolgt">Was Sie verfolgen</LinkButton>
          </Section>
        )}
        <MailSettings />
        <PushSettings subject={session.subject} />
        {viewer && !viewer.newcomer && <AbsenceSettings />}
        {viewer && !viewer.newcomer && <CalendarAddress />}
        <Section title="Darstellung">
          <ThemeSwitch />
        </Section>
        <Section title="Tasten">
          <Checkbox
            label="Tasten verwenden"
            hint="Die Taste ? zeigt alle. Schalten Sie sie aus, wenn Sie mit Spracheingabe arbeiten."
            checked={keys}
            onChange={(event) => switchShortcuts(event.target.checked)}
          />
        </Section>
        <OnThisDevice />
        <OwnData />
      </div>
    </>
  );
}
