import { useDeferredValue, useState } from 'react';
import { useSearchParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { usePages } from '../../lib/use-pages.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Pager } from '../../ui/frame-parts.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { OrgMark, Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { DirectoryMap } from './directory-map.tsx';
import {
  OrganisationCountsDocument,
  OrganisationMapDocument,
  OrganisationsDocument,
  type OrganisationsQuery,
  type OrganisationsQueryVariables,
} from './documents.generated.ts';
import { inhabitants, isAdministration, kindFilters, kindWords } from './words.ts';
import './organisations.scss';

type Filter = NonNullable<OrganisationsQueryVariables['filter']>;
const organisationsOf = (data: OrganisationsQuery) => data.organisations;

/** All bodies of the Land: the picture of the 133 administrations, and the list that is its control. */
export function DirectoryPage() {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('suche') ?? '');
  const counts = useQuery(OrganisationCountsDocument, { fetchPolicy: 'cache-and-network' });
  const land = useQuery(OrganisationMapDocument, { fetchPolicy: 'cache-and-network' });
  const kind = params.get('art') ?? '';
  const kreis = params.get('kreis') ?? '';
  const alone = params.get('liste') === 'ohne-koordination';
  const search = useDeferredValue(text.trim());
  const filter: Filter = {
    ...(search && { text: search }),
    ...(kindFilters[kind] && { kinds: kindFilters[kind].kinds }),
    ...(kreis && { parentId: kreis }),
    ...(alone && { withoutCoordinator: true }),
  };
  const set = (name: string, value: string) =>
    setParams(
      (all) => {
        if (value.trim()) all.set(name, value);
        else all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const reset = () => {
    setText('');
    setParams(alone ? { liste: 'ohne-koordination' } : {}, { replace: true, preventScrollReset: true });
  };
  const all = land.data?.organisations.nodes ?? [];
  const kreise = all.filter((organisation) => organisation.kind === 'LANDKREIS');
  const missing = counts.data?.withoutCoordination.total;
  return (
    <>
      <PageHeader title="Kommunen" lead={missing !== undefined && all.length > 0 ? leadOf(all.length, missing) : undefined} />
      <Tabs
        label="Welche Verwaltungen"
        tabs={[
          {
            to: '/kommunen',
            label: 'Alle',
            current: !alone,
            mark: counts.data && <span className="ui-count">{counts.data.all.total}</span>,
          },
          {
            to: '?liste=ohne-koordination',
            label: 'Ohne Koordination',
            current: alone,
            mark: missing !== undefined && <span className="ui-count">{missing}</span>,
          },
        ]}
      />
      <div className="org-filters">
        <SearchField
          label="Name oder Gemeindeschlüssel"
          value={text}
          onChange={(now) => {
            setText(now);
            set('suche', now);
          }}
        />
        <Select label="Art" value={kind} onChange={(event) => set('art', event.target.value)}>
          <option value="">Alle Arten</option>
          {Object.entries(kindFilters).map(([value, { label }]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
        <Select label="Landkreis" value={kreis} onChange={(event) => set('kreis', event.target.value)}>
          <option value="">Ganz Sachsen-Anhalt</option>
          {kreise.map((organisation) => (
            <option key={organisation.id} value={organisation.id}>
              {organisation.name}
            </option>
          ))}
        </Select>
      </div>
      <div className="org-directory">
        {land.data && <DirectoryMap administrations={all} kreis={kreise.find((organisation) => organisation.id === kreis)?.key ?? null} />}
        <Directory filter={filter} onReset={reset} alone={alone} />
      </div>
    </>
  );
}

const leadOf = (all: number, missing: number): string =>
  missing === 0
    ? `Alle ${all} Verwaltungen haben eine OZG-Koordination auf der Plattform.`
    : `${all - missing} von ${all} Verwaltungen haben eine OZG-Koordination auf der Plattform.`;

function Directory({ filter, onReset, alone }: { filter: Filter; onReset: () => void; alone: boolean }) {
  const viewer = useViewer();
  const { nodes, total, error, more, busy, retry } = usePages(OrganisationsDocument, { filter, first: 50 }, organisationsOf);
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={6} />;
  if (nodes.length === 0)
    return (
      <EmptyState action={<Button onClick={onReset}>Filter aufheben</Button>}>
        {alone ? 'Hier fehlt keiner Verwaltung die Koordination.' : 'Keine Verwaltung passt zu dieser Auswahl.'}
      </EmptyState>
    );
  return (
    <div>
      <p className="ui-meta" role="status">
        {total === 1 ? 'Eine Verwaltung' : `${total} Verwaltungen und Stellen`}
      </p>
      <RowList label="Verwaltungen">
        {nodes.map((organisation) => (
          <Row
            key={organisation.id}
            level="h2"
            lead={<OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />}
            title={organisation.title}
            to={`/kommunen/${organisation.id}`}
            mark={!alone && isAdministration(organisation.kind) && !organisation.hasCoordinator && <Tag>ohne Koordination</Tag>}
            meta={
              <Dotted
                parts={[
                  kindWords[organisation.kind],
                  organisation.parent?.name,
                  typeof organisation.population === 'number' && inhabitants(organisation.population),
                ]}
              />
            }
          />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </div>
  );
}
