import { useId } from 'react';
import { Link } from 'react-router';
import { daysLeft, formatAppointment, formatTime } from '../../lib/dates.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dotted } from '../../ui/list.tsx';
import { Panel } from '../../ui/section.tsx';
import { AwayButton, EventState } from './parts.tsx';
import { eventLabel, placeWords } from './words.ts';
import type { RegistrationStatus, SprechstundeStatus } from '@kollab/contract';

type NextSprechstundeProps = {
  event: {
    id: string;
    no?: number | null;
    title: string;
    series?: { name: string } | null;
    status: SprechstundeStatus;
    startsAt: string;
    liveSince?: string | null;
    joinUrl?: string | null;
    place: string;
    host?: { title: string } | null;
    hostName: string;
    ownRegistrations: readonly { id: string; status: RegistrationStatus }[];
  };
};

/** On Mein Tag: its hour is the largest thing on the page. */
export function NextSprechstunde({ event }: NextSprechstundeProps) {
  const heading = useId();
  const days = daysLeft(event.startsAt);
  const own = event.ownRegistrations[0];
  const path = `/sprechstunden/${event.id}`;
  return (
    <Panel kind="now" labelledBy={heading}>
      <p className="ui-meta">
        {event.status === 'LIVE' ? (
          <EventState event={event} />
        ) : days === 0 ? (
          'Heute'
        ) : days === 1 ? (
          'Morgen'
        ) : (
          formatAppointment(event.startsAt).replace(/, [\d:]+$/, '')
        )}
      </p>
      <p className="spr-next__time">{formatTime(event.startsAt)}</p>
      <h2 className="ui-h3 spr-note" id={heading}>
        <Link to={path}>{eventLabel(event)}</Link>
      </h2>
      <p className="ui-meta">
        <Dotted parts={[event.host?.title ?? event.hostName, event.place, own && placeWords(own.status)]} />
      </p>
      <p className="spr-note">
        {event.joinUrl && (event.status === 'LIVE' || days === 0) ? (
          <AwayButton primary href={event.joinUrl} icon="videocam">
            Zum Raum
          </AwayButton>
        ) : (
          <LinkButton to={path} size="medium">
            {own ? 'Ablauf ansehen' : 'Ansehen und anmelden'}
          </LinkButton>
        )}
      </p>
    </Panel>
  );
}
