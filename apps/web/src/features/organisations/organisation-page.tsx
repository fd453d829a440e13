import { Link, useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { LinkButton } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { Contacts } from '../contacts/index.ts';
import { markOf, useViewer } from '../people/index.ts';
import { OrganisationPageDocument, type OrganisationPageQuery } from './documents.generated.ts';
import { Place } from './place.tsx';
import { Staff } from './staff.tsx';
import { inhabitants, isAdministration, kindWords } from './words.ts';
import './organisations.scss';

type Organisation = OrganisationPageQuery['organisation'];
const back = { to: '/kommunen', label: 'Zu den Kommunen' };

/** One body: what it is, and who works there. */
export function OrganisationPage() {
  const { id = '' } = useParams();
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(OrganisationPageDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const organisation = data?.organisation;
  // Its own people hear of each other; for everybody else the room is closed, and the land's room tells what all may know.
  const hears = organisation && (organisation.viewerCan.manage || markOf(viewer, organisation) === 'mine');
  useRoom(hears ? `organisation:${organisation.id}` : null);
  if (!organisation)
    return !error ? (
      <LoadingPage />
    ) : refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Verwaltung gibt es hier nicht.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void refetch()}>{sentenceOf(error)}</FailedPage>
    );
  const { title, kind, parent, hasCoordinator, viewerCan } = organisation;
  return (
    <>
      <PageHeader
        title={title}
        eyebrow={kindWords[kind]}
        lead={isAdministration(kind) && !hasCoordinator ? 'Hier gibt es auf der Plattform noch keine OZG-Koordination.' : undefined}
        crumbs={[
          { label: 'Kommunen', to: '/kommunen' },
          ...(parent ? [{ label: parent.name, to: `/kommunen/${parent.id}` }] : []),
          { label: title },
        ]}
        actions={
          viewerCan.readDesk && (
            <LinkButton to={`/kommunen/${organisation.id}/verwalten`} size="medium" icon="settings">
              Verwalten
            </LinkButton>
          )
        }
      />
      <Columns rail={<Rail organisation={organisation} />}>
        <Contacts organisationId={organisation.id} />
        <Staff organisationId={organisation.id} />
        <Children organisation={organisation} />
      </Columns>
    </>
  );
}

function Rail({ organisation }: { organisation: Organisation }) {
  const { ags, ars, population, tile, parent, kind } = organisation;
  const known = Boolean(ags ?? ars ?? population ?? parent);
  return (
    <>
      {known && (
        <Section title="Angaben">
          <dl className="ui-kv">
            <dt>Art</dt>
            <dd>{kindWords[kind]}</dd>
            {parent && (
              <>
                <dt>Gehört zu</dt>
                <dd>
                  <Link to={`/kommunen/${parent.id}`}>{parent.name}</Link>
                </dd>
              </>
            )}
            {typeof population === 'number' && (
              <>
                <dt>Größe</dt>
                <dd>{inhabitants(population)}</dd>
              </>
            )}
            {ags && (
              <>
                <dt>
                  <abbr title="Amtlicher Gemeindeschlüssel">AGS</abbr>
                </dt>
                <dd>{ags}</dd>
              </>
            )}
            {ars && (
              <>
                <dt>
                  <abbr title="Amtlicher Regionalschlüssel">ARS</abbr>
                </dt>
                <dd>{ars}</dd>
              </>
            )}
          </dl>
        </Section>
      )}
      {tile && <Place organisation={organisation} />}
    </>
  );
}

function Children({ organisation }: { organisation: Organisation }) {
  const { children, kind } = organisation;
  if (children.length === 0) return null;
  return (
    <Section title={kind === 'VERBANDSGEMEINDE' ? 'Mitgliedsgemeinden' : 'Gemeinden im Kreis'} count={children.length}>
      <ul className="org-children">
        {children.map((child) => (
          <li key={child.id}>
            <Link to={`/kommunen/${child.id}`}>{child.title}</Link>
            {typeof child.population === 'number' && <span className="ui-meta"> {inhabitants(child.population)}</span>}
          </li>
        ))}
      </ul>
    </Section>
  );
}
