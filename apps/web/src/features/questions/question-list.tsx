import { useDeferredValue, useState, type ReactNode } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { QuestionState } from '@kollab/contract';
import { sentenceOf } from '../../lib/errors.ts';
import type { PagedList } from '../../lib/use-pages.ts';
import { Pager } from '../../ui/frame-parts.tsx';
import { Dotted, RowList } from '../../ui/list.tsx';
import { FilterChip } from '../../ui/marks.tsx';
import { SearchField } from '../../ui/search-field.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import type { QuestionRowPartsFragment } from './documents.generated.ts';
import { QuestionRow } from './question-row.tsx';
import './questions.scss';

const filters: Record<string, { label: string; states?: QuestionState[]; mine?: true }> = {
  offen: { label: 'Ohne Antwort', states: ['OPEN', 'ASSIGNED'] },
  beantwortet: { label: 'Beantwortet', states: ['ANSWERED'] },
  spaeter: { label: 'Später', states: ['DEFERRED'] },
  veraltet: { label: 'Veraltet', states: ['OUTDATED'] },
  meine: { label: 'Meine', mine: true },
};

/** What the list shows, as the address says it, and the controls for it. */
export function useQuestionView() {
  const [params, setParams] = useSearchParams();
  const [text, setText] = useState(params.get('suche') ?? '');
  const search = useDeferredValue(text.trim());
  const chosen = filters[params.get('fragen') ?? ''];
  const newest = params.get('reihenfolge') === 'neueste';
  const set = (name: string, value: string | null) =>
    setParams(
      (all) => {
        if (value) all.set(name, value);
        else all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const filter = { text: search || null, states: chosen?.states ?? null, mine: chosen?.mine ?? null };
  const order = newest ? ('NEWEST' as const) : ('VOTES' as const);
  const controls = (
    <div className="qst-filters">
      <SearchField
        label="In den Fragen suchen"
        value={text}
        onChange={(now) => {
          setText(now);
          set('suche', now.trim() || null);
        }}
      />
      <div className="ui-row" role="group" aria-label="Nur zeigen">
        {Object.entries(filters).map(([name, { label }]) => (
          <FilterChip key={name} pressed={chosen === filters[name]} onPress={() => set('fragen', chosen === filters[name] ? null : name)}>
            {label}
          </FilterChip>
        ))}
        <FilterChip pressed={newest} onPress={() => set('reihenfolge', newest ? null : 'neueste')}>
          Neueste zuerst
        </FilterChip>
      </div>
    </div>
  );
  return { filter, order, controls, narrowed: search !== '' || chosen !== undefined };
}

/** How the list is ordered, and the way to the others. */
export const Ways = ({ order }: { order: 'VOTES' | 'NEWEST' }) => (
  <Dotted
    parts={[
      order === 'VOTES' ? 'nach Stimmen, dann nach Uhrzeit' : 'die neuesten zuerst',
      <Link key="all" to="/fragen">
        Alle ohne Antwort
      </Link>,
      <Link key="faq" to="/faq">
        FAQ
      </Link>,
    ]}
  />
);

type QuestionListProps = { list: PagedList<QuestionRowPartsFragment>; empty: ReactNode; at?: boolean };

/** Rows by votes, part by part. */
export function QuestionList({ list: { nodes, total, error, more, busy, retry }, empty, at = false }: QuestionListProps) {
  if (error !== undefined && nodes.length === 0) return <ErrorState onRetry={retry}>{sentenceOf(error)}</ErrorState>;
  if (total === null) return <LoadingRows rows={5} />;
  if (nodes.length === 0) return <EmptyState>{empty}</EmptyState>;
  return (
    <>
      <RowList label="Fragen" ordered>
        {nodes.map((question) => (
          <QuestionRow key={question.id} question={question} at={at} />
        ))}
      </RowList>
      {more && <Pager onMore={more} busy={busy} rest={total - nodes.length} />}
    </>
  );
}
