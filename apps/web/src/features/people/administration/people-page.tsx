import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { globalRoles } from '@kollab/contract/vocabulary';
import { sentenceOf } from '../../../lib/errors.ts';
import { usePages } from '../../../lib/use-pages.ts';
import { Select } from '../../../ui/field.tsx';
import { Pager } from '../../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../../ui/list.tsx';
import { Tag } from '../../../ui/marks.tsx';
import { usePageTitle } from '../../../ui/page-title.ts';
import { SearchField } from '../../../ui/search-field.tsx';
import { Section } from '../../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../../ui/states.tsx';
import { PeopleDocument, type PeopleQuery, type PeopleQueryVariables } from './documents.generated.ts';
import { globalRoleWords } from '../words.ts';

type Filter = NonNullable<PeopleQueryVariables['filter']>;
const peopleOf = (data: PeopleQuery) => data.people;
const unaffiliated = 'ohne-verwaltung';

/** Everybody who ever signed in. */
export function PeoplePage() {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState('');
  const search = useDeferredValue(text.trim());
  const list = params.get('liste') ?? '';
  const role = globalRoles.find((name) => name === list);
  usePageTitle('Personen, Verwaltung');
  const filter: Filter = {
    ...(search && { text: search }),
    ...(role && { globalRole: role }),
    ...(list === unaffiliated && { unaffiliated: true }),
  };
  return (
    <Section title="Personen">
      <div className="people-filters">
        <SearchField label="Name oder E-Mail" value={text} onChange={setText} />
        <Select
          label="Wen zeigen"
          value={list}
          onChange={(event) =>
            setParams(event.target.value ? { liste: event.target.value } : {}, { replace: true, preventScrollReset: true })
          }
        >
          <option value="">Alle</option>
          <option value={unaffiliated}>Ohne Verwaltung</option>
          {globalRoles.map((name) => (
            <option key={name} value={name}>
              Rolle {globalRoleWords[name]}
            </option>
          ))}
        </Select>
      </div>
      <People filter={filter} />
    </Section>
  );
}

function People({ filter }: { filter: Filter }) {
  const { nodes, total, error, more, busy, retry } = usePages(PeopleDocument, { filter }, peopleOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0) return <EmptyState>Keine Person passt zu dieser Auswahl.</EmptyState>;
  return (
    <>
      <p className="ui-meta" role="status">
        {total === 1 ? 'Eine Person' : `${total} Personen`}
      </p>
      <RowList label="Personen">
        {nodes.map((person) => (
          <Row
            key={person.id}
            title={person.name}
            to={`/verwaltung/personen/${person.id}`}
            foot={person.globalRoles.length > 0 && person.globalRoles.map(({ id, role }) => <Tag key={id}>{globalRoleWords[role]}</Tag>)}
            meta={
              <Dotted
                parts={[
                  person.email,
                  person.affiliations.length === 0 ? 'ohne Verwaltung' : person.affiliations.map((a) => a.organisation.title).join(', '),
                ]}
              />
            }
          />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
