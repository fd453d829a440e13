import { organisationRoles } from '@kollab/contract/vocabulary';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Pager } from '../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { organisationRoleWords, useViewer } from '../people/index.ts';
import { OrganisationStaffDocument, type OrganisationStaffQuery } from './documents.generated.ts';

const staffOf = (data: OrganisationStaffQuery) => data.organisation.affiliations;
/** Whom one looks for first. */
const order = [...organisationRoles].sort((a, b) => rank(a) - rank(b));
function rank(role: string): number {
  return ['COORDINATOR', 'HEAD', 'MEMBER', 'PROVIDER'].indexOf(role);
}

/** Who works there, by role: the coordination first. */
export function Staff({ organisationId }: { organisationId: string }) {
  const viewer = useViewer();
  const { nodes, total, error, more, busy, retry } = usePages(OrganisationStaffDocument, { id: organisationId }, staffOf);
  return (
    <Section title="Personen" count={total ?? undefined}>
      {error !== undefined && nodes.length === 0 ? (
        <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>
      ) : total === null ? (
        <LoadingRows rows={2} />
      ) : nodes.length === 0 ? (
        <EmptyState>Von hier ist noch niemand auf der Plattform.</EmptyState>
      ) : (
        <RowList label="Personen">
          {order
            .flatMap((role) => nodes.filter((place) => place.role === role))
            .map(({ id, role, function: office, deputy, person }) => (
              <Row
                key={id}
                title={person.id === viewer.person.id ? `${person.name} (Sie)` : person.name}
                meta={
                  <Dotted
                    parts={[organisationRoleWords[role], office !== organisationRoleWords[role] && office, deputy && 'in Vertretung']}
                  />
                }
              />
            ))}
        </RowList>
      )}
      {more && <Pager onMore={more} busy={busy} rest={(total ?? 0) - nodes.length} />}
    </Section>
  );
}
