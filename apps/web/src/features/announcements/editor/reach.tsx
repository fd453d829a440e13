import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { counted } from '../../../lib/counts.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { TextButton } from '../../../ui/button.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { ErrorState } from '../../../ui/states.tsx';
import { TileMap, type Tile } from '../../../ui/tile-map.tsx';
import { OrganisationMapDocument } from '../../organisations/documents.generated.ts';
import type { AudienceDraft } from './draft.ts';
import { PeopleDialog } from './people-dialog.tsx';
import { missedOf, reachedOf } from './reach-words.ts';
import type { ReachState, useReach } from './use-reach.ts';

type ReachProps = {
  at: ReturnType<typeof useReach>;
  audience: AudienceDraft;
  onAudience: (part: (now: AudienceDraft) => AudienceDraft) => void;
};

const names = (all: readonly { organisation: { title: string } }[]): string[] => all.map(({ organisation }) => organisation.title);

/** By number, map and name; who is not reached is said aloud. */
export function Reach({ at: { reach, empty, error, dueAt, refetch }, audience, onAudience }: ReachProps) {
  const [asked, ask] = useState(false);
  if (error !== undefined && !reach) return <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>;
  const reached = reach ? reachedOf(reach) : [];
  return (
    <>
      <div className="ann-reach__head">
        <div aria-live="polite">
          {!reach ? (
            <p>{empty ? 'Noch niemanden. Wählen Sie, wer das bekommen soll.' : 'Wird gezählt'}</p>
          ) : reach.organisationCount === 0 ? (
            <p>
              <span className="ann-reach__number">{reach.personCount}</span> {reach.personCount === 1 ? 'Person' : 'Personen'}
            </p>
          ) : (
            <>
              <p>
                <span className="ann-reach__number">{reached.length}</span>{' '}
                <span className="ann-reach__of">von {reach.organisationCount}</span>
              </p>
              <p>
                {reach.organisationCount === 1 ? 'Verwaltung' : 'Verwaltungen'} mit zusammen{' '}
                <strong>{counted(reach.personCount, 'Person', 'Personen')}</strong>
              </p>
            </>
          )}
        </div>
        <ReachMap reach={reach} />
      </div>
      {reach && (
        <>
          <Missed reach={reach} audience={audience} onAudience={onAudience} />
          <Names reach={reach} />
          {reach.personCount > 0 && (
            <p>
              <TextButton onClick={() => ask(true)}>
                {reach.personCount === 1 ? 'Die Person mit Namen' : `Alle ${reach.personCount} Personen mit Namen`}
              </TextButton>
            </p>
          )}
          <Delivery reach={reach} dueAt={dueAt} />
          {asked && <PeopleDialog audience={audience} reached={reach.personCount} onClose={() => ask(false)} />}
        </>
      )}
    </>
  );
}

function ReachMap({ reach }: { reach: ReachState | null }) {
  const { data } = useQuery(OrganisationMapDocument);
  const tiles = useMemo(() => {
    const states = new Map(reach?.organisations.map(({ organisation, personCount }) => [organisation.id, personCount > 0] as const));
    return (data?.organisations.nodes ?? []).flatMap(({ id, key, code, title, tile }): Tile[] => {
      if (!tile) return [];
      const reached = states.get(id);
      return [
        {
          key,
          code,
          label: reached === false ? `${title}, nicht erreicht` : title,
          column: tile.column,
          row: tile.row,
          group: tile.kreis,
          state: reached === undefined ? 'off' : reached ? 'on' : 'missed',
        },
      ];
    });
  }, [data, reach]);
  if (tiles.length === 0) return null;
  const on = tiles.filter(({ state }) => state === 'on').length;
  return (
    <TileMap
      label={`Kachelkarte von Sachsen-Anhalt: ${counted(on, 'Verwaltung wird', 'Verwaltungen werden')} erreicht`}
      tiles={tiles}
      outline={false}
    />
  );
}

const mostNamed = 4;

/** Nobody there gets it. Where one asks for the coordination only, the head may be asked instead. */
function Missed({ reach, audience, onAudience }: Omit<ReachProps, 'at'> & { reach: ReachState }) {
  const missed = missedOf(reach);
  if (missed.length === 0) return null;
  const unled = missed.every(({ coordinated }) => !coordinated);
  const [first] = names(missed);
  const rest = names(missed).slice(0, mostNamed);
  const why = unled ? 'zurzeit keine Koordination' : 'niemanden, den diese Auswahl meint';
  const narrowed = audience.roles.length > 0 && !audience.roles.includes('HEAD');
  return (
    <div className="ann-missed">
      <Icon name="warning" />
      <p>
        {missed.length === 1 ? (
          <>
            <strong>{first}</strong> hat {why}.
          </>
        ) : (
          <>
            <strong>{missed.length} Verwaltungen</strong> haben {why}: {rest.join(', ')}
            {missed.length > rest.length ? ` und ${missed.length - rest.length} weitere` : ''}.
          </>
        )}{' '}
        {narrowed && (
          <TextButton onClick={() => onAudience((now) => ({ ...now, roles: [...now.roles, 'HEAD'] }))}>
            Auch an die Hausleitung senden
          </TextButton>
        )}
      </p>
    </div>
  );
}

const few = 14;

function Names({ reach }: { reach: ReachState }) {
  const [all, showAll] = useState(false);
  const { organisations } = reach;
  if (organisations.length === 0) return null;
  return (
    <>
      <ul className="ann-names" aria-label="Verwaltungen">
        {(all ? organisations : organisations.slice(0, few)).map(({ organisation, personCount }) => (
          <li key={organisation.id}>
            {personCount > 0 ? (
              organisation.name
            ) : (
              <>
                <s>{organisation.name}</s>
                <span className="ui-hidden"> nicht erreicht</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {organisations.length > few && (
        <p>
          <TextButton aria-expanded={all} onClick={() => showAll(!all)}>
            {all ? 'Weniger zeigen' : `Alle ${organisations.length} Verwaltungen zeigen`}
          </TextButton>
        </p>
      )}
    </>
  );
}

const hour = 3_600_000;

/** The rule of the mails, said for this announcement. */
function Delivery({ reach: { personCount, atOnce }, dueAt }: { reach: ReachState; dueAt: string | null }) {
  const [now] = useState(() => Date.now());
  const hours = dueAt ? Math.floor((Date.parse(dueAt) - now) / hour) : null;
  const left = hours === null ? null : hours < 100 ? `${hours} Stunden` : `${Math.floor(hours / 24)} Tagen`;
  return (
    <dl className="ui-kv ann-delivery">
      <dt>Zusammenfassung</dt>
      <dd>{personCount - atOnce === 0 ? 'niemand' : `${counted(personCount - atOnce, 'Person', 'Personen')}, am selbst gewählten Tag`}</dd>
      <dt>sofort</dt>
      <dd>
        {atOnce > 0
          ? `${counted(atOnce, 'Person', 'Personen')}, die Frist endet in weniger als 48 Stunden`
          : left === null
            ? 'niemand, es gibt keine Frist'
            : `niemand, die Frist endet erst in ${left}`}
      </dd>
    </dl>
  );
}
