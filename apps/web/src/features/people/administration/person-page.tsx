import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { useMutation, useQuery } from '@apollo/client/react';
import { formatDate } from '../../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../../lib/errors.ts';
import { Button } from '../../../ui/button.tsx';
import { ConfirmDialog } from '../../../ui/dialog.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { OrgMark } from '../../../ui/marks.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { useDeed } from '../../../ui/use-deed.ts';
import { AdministeredPersonDocument, RevokeGlobalRoleDocument, type GrantFragment } from './documents.generated.ts';
import { markOf, useViewer } from '../viewer.ts';
import { globalRoleHints, globalRoleWords, organisationRoleWords } from '../words.ts';
import type { Administered } from './administered.ts';
import { GrantDialog } from './grant-dialog.tsx';
import { Identities } from './identities.tsx';

/** One person, as the operator sees them: places, roles, sign-ins. */
export function PersonPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(AdministeredPersonDocument, { variables: { id }, fetchPolicy: 'cache-and-network' });
  const person = data?.person;
  usePageTitle(person ? `${person.name}, Verwaltung` : 'Person, Verwaltung');
  return (
    <>
      <p className="people-back ui-alone">
        <Link to="/verwaltung/personen">Alle Personen</Link>
      </p>
      {person ? (
        <div className="ui-flow">
          <Facts person={person} />
          <Roles person={person} />
          <Identities key={person.id} person={person} />
        </div>
      ) : error ? (
        refusalOf(error).code === 'not_found' ? (
          <EmptyState>Diese Person gibt es hier nicht oder nicht mehr.</EmptyState>
        ) : (
          <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
        )
      ) : (
        <LoadingRows />
      )}
    </>
  );
}

function Facts({ person }: { person: Administered }) {
  const viewer = useViewer();
  return (
    <Section title={person.name} aside={person.email}>
      {person.affiliations.length === 0 ? (
        <EmptyState>Gehört noch zu keiner Verwaltung.</EmptyState>
      ) : (
        <RowList label="Verwaltungen">
          {person.affiliations.map((place) => (
            <Row
              key={place.id}
              lead={<OrgMark code={place.organisation.code} kind={markOf(viewer, place.organisation)} />}
              title={place.organisation.title}
              to={`/kommunen/${place.organisation.id}/verwalten`}
              meta={
                <Dotted
                  parts={[organisationRoleWords[place.role], place.function !== organisationRoleWords[place.role] && place.function]}
                />
              }
            />
          ))}
        </RowList>
      )}
    </Section>
  );
}

function Roles({ person }: { person: Administered }) {
  const [granting, grant] = useState(false);
  const give = (
    <Button icon="add" onClick={() => grant(true)}>
      Rolle geben …
    </Button>
  );
  return (
    <Section title="Rollen auf der Plattform">
      {person.globalRoles.length === 0 ? (
        <EmptyState action={give}>Diese Person hat keine Rolle für die ganze Plattform.</EmptyState>
      ) : (
        <>
          <RowList label="Rollen">
            {person.globalRoles.map((held) => (
              <HeldRole key={held.id} person={person} held={held} />
            ))}
          </RowList>
          <div className="people-act">{give}</div>
        </>
      )}
      {granting && <GrantDialog person={person} onClose={() => grant(false)} />}
    </Section>
  );
}

function HeldRole({ person, held }: { person: Administered; held: GrantFragment }) {
  const [asked, ask] = useState(false);
  const [revoke] = useMutation(RevokeGlobalRoleDocument);
  const { busy, run } = useDeed();
  const word = globalRoleWords[held.role];
  const variables = { personId: person.id, role: held.role, organisationId: held.organisation?.id ?? null };
  const take = async () => {
    const done = await run(() => revoke({ variables }), { text: `${person.name} hat die Rolle ${word} nicht mehr.` });
    if (done) ask(false);
  };
  return (
    <>
      <Row
        title={word}
        meta={<Dotted parts={[held.organisation?.title, globalRoleHints[held.role], `seit ${formatDate(held.grantedAt)}`]} />}
        act={
          <Button variant="quiet" aria-label={`Rolle ${word} entziehen …`} onClick={() => ask(true)}>
            Entziehen …
          </Button>
        }
      />
      {asked && (
        <ConfirmDialog
          title={`Rolle ${word} entziehen?`}
          open
          danger
          busy={busy}
          confirm="Rolle entziehen"
          onClose={() => ask(false)}
          onConfirm={() => void take()}
        >
          <p>{person.name} verliert sofort alles, was diese Rolle erlaubt. Das wird protokolliert.</p>
        </ConfirmDialog>
      )}
    </>
  );
}
