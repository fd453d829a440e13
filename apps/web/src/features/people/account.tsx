import { Link } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { RadioGroup } from '../../ui/choice.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { OrgMark } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState } from '../../ui/states.tsx';
import { LinkButton } from '../../ui/button.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ActForDocument } from './documents.generated.ts';
import { isNewcomer, markOf, useViewer } from './viewer.ts';
import { globalRoleWords, organisationRoleWords } from './words.ts';
import './people.scss';

/** Name and address come from the identity provider; the places from the organisations. */
export function ConnectedAccount() {
  const viewer = useViewer();
  const [actFor] = useMutation(ActForDocument);
  const { run } = useDeed();
  const { person, email, affiliations, globalRoles, actsFor } = viewer;
  return (
    <>
      <Section title="Ihre Angaben">
        <dl className="ui-kv people-facts">
          <dt>Name</dt>
          <dd>{person.name}</dd>
          <dt>E-Mail</dt>
          <dd>{email}</dd>
          {globalRoles.length > 0 && (
            <>
              <dt>Rollen</dt>
              <dd>{globalRoles.map(({ role }) => globalRoleWords[role]).join(', ')}</dd>
            </>
          )}
        </dl>
        <p className="ui-meta people-act">Name und E-Mail kommen aus Ihrem Dienstkonto und lassen sich nur dort ändern.</p>
      </Section>
      <Section title="Ihre Verwaltungen">
        {affiliations.length === 0 ? (
          <EmptyState action={isNewcomer(viewer) && <LinkButton to="/ankommen">Verwaltung nennen</LinkButton>}>
            Sie gehören noch zu keiner Verwaltung.
          </EmptyState>
        ) : (
          <RowList>
            {affiliations.map((place) => (
              <Row
                key={place.id}
                lead={<OrgMark code={place.organisation.code} kind={markOf(viewer, place.organisation)} />}
                title={place.organisation.title}
                to={`/kommunen/${place.organisation.id}`}
                meta={
                  place.function && place.function !== organisationRoleWords[place.role]
                    ? `${organisationRoleWords[place.role]}, ${place.function}`
                    : organisationRoleWords[place.role]
                }
                act={place.role === 'COORDINATOR' && <Link to={`/kommunen/${place.organisation.id}/verwalten`}>Verwalten</Link>}
              />
            ))}
          </RowList>
        )}
        {affiliations.length > 1 && (
          <div className="people-act">
            <RadioGroup
              legend="Ich schreibe für"
              hint="Gilt als Vorgabe. Bei jedem Beitrag können Sie wechseln."
              options={affiliations.map(({ organisation }) => ({ value: organisation.id, label: organisation.title }))}
              value={actsFor?.id ?? null}
              onChange={(organisationId) => void run(() => actFor({ variables: { organisationId } }))}
            />
          </div>
        )}
      </Section>
    </>
  );
}
