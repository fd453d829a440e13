import { lazy, Suspense, useState } from 'react';
import { useMutation, useQuery } from '@apollo/client/react';
import { daysLeft, formatDate } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { StatusBadge } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { ConfirmContactDocument, OrganisationContactsDocument, type ContactPartsFragment } from './documents.generated.ts';

const Dialogs = lazy(async () => ({ default: (await import('./contact-dialogs.tsx')).ContactDialogs }));

/** After half a year somebody should look whether it still holds. */
const oldAfterDays = 183;

export type Asked = { deed: 'set' | 'remove'; contact: ContactPartsFragment | null };

/** Whom one asks there, by topic. */
export function Contacts({ organisationId }: { organisationId: string }) {
  const { data, error, refetch } = useQuery(OrganisationContactsDocument, {
    variables: { id: organisationId },
    fetchPolicy: 'cache-and-network',
  });
  const [asked, ask] = useState<Asked | null>(null);
  const organisation = data?.organisation;
  const mayAdd = organisation?.viewerCan.manage ?? false;
  return (
    <Section
      title="Ansprechpersonen"
      count={organisation?.contacts.length || undefined}
      aside={
        mayAdd && (
          <Button icon="add" onClick={() => ask({ deed: 'set', contact: null })}>
            Hinzufügen …
          </Button>
        )
      }
    >
      {!organisation ? (
        error ? (
          <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
        ) : (
          <LoadingRows rows={2} />
        )
      ) : organisation.contacts.length === 0 ? (
        <EmptyState>{mayAdd ? 'Noch keine. Nennen Sie, wer zu welchem Thema zu erreichen ist.' : 'Zurzeit ist keine genannt.'}</EmptyState>
      ) : (
        <RowList label="Ansprechpersonen">
          {organisation.contacts.map((contact) => (
            <Contact key={contact.id} contact={contact} onAsk={(deed) => ask({ deed, contact })} />
          ))}
        </RowList>
      )}
      {asked && (
        <Suspense>
          <Dialogs organisationId={organisationId} asked={asked} onClose={() => ask(null)} />
        </Suspense>
      )}
    </Section>
  );
}

function Contact({ contact, onAsk }: { contact: ContactPartsFragment; onAsk: (deed: Asked['deed']) => void }) {
  const { id, topic, name, phone, email, confirmedAt, viewerCan } = contact;
  const [confirm] = useMutation(ConfirmContactDocument);
  const { busy, run } = useDeed();
  const old = -daysLeft(confirmedAt) > oldAfterDays;
  return (
    <Row
      title={name}
      mark={old && <StatusBadge status="warning">lange nicht bestätigt</StatusBadge>}
      meta={
        <Dotted
          parts={[
            topic?.name ?? 'Allgemein',
            phone && (
              <a key="phone" href={`tel:${phone.replace(/[^\d+]/g, '')}`}>
                {phone}
              </a>
            ),
            email && (
              <a key="email" href={`mailto:${email}`}>
                {email}
              </a>
            ),
            `bestätigt am ${formatDate(confirmedAt)}`,
          ]}
        />
      }
      act={
        viewerCan.edit && (
          <>
            <Button
              icon="check"
              busy={busy}
              aria-label={`Stimmt noch: ${name}`}
              onClick={() => void run(() => confirm({ variables: { id } }), { text: 'Bestätigt.' })}
            >
              Stimmt noch
            </Button>
            <Button variant="quiet" icon="edit" aria-label={`Ändern …: ${name}`} onClick={() => onAsk('set')}>
              Ändern …
            </Button>
            <Button variant="quiet" icon="delete" aria-label={`Entfernen …: ${name}`} onClick={() => onAsk('remove')}>
              Entfernen …
            </Button>
          </>
        )
      }
    />
  );
}
