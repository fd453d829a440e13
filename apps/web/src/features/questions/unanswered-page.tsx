import { useSearchParams } from 'react-router';
import { usePages } from '../../lib/use-pages.ts';
import { FilterChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { OrganisationField } from '../organisations/index.ts';
import { AnswerTimes } from './answer-times.tsx';
import { UnansweredQuestionsDocument, type UnansweredQuestionsQuery, type UnansweredView } from './documents.generated.ts';
import { QuestionParts } from './parts.tsx';
import { QuestionList } from './question-list.tsx';

const views: Record<string, { label: string; view: UnansweredView; empty: string }> = {
  wartend: { label: 'Warten auf Antwort', view: 'WAITING', empty: 'Keine Frage wartet auf eine Antwort.' },
  ueberfaellig: { label: 'Überfällig', view: 'OVERDUE', empty: 'Keine zugesagte Antwort ist überfällig.' },
  zurueckgestellt: { label: 'Zurückgestellt', view: 'DEFERRED', empty: 'Keine Frage ist zurückgestellt.' },
  wieder: { label: 'Wieder fällig', view: 'DUE_AGAIN', empty: 'Keine zurückgestellte Frage ist wieder fällig.' },
  veraltet: { label: 'Veraltet', view: 'OUTDATED', empty: 'Keine amtliche Antwort ist veraltet.' },
};

const questionsOf = (data: UnansweredQuestionsQuery) => data.unansweredQuestions;

/** What still waits, wherever it was asked: the longest first. */
export function UnansweredPage() {
  const [params, setParams] = useSearchParams();
  const chosen = views[params.get('ansicht') ?? ''];
  const officeId = params.get('stelle');
  const set = (name: string, value: string | null) =>
    setParams(
      (all) => {
        if (value) all.set(name, value);
        else all.delete(name);
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const list = usePages(UnansweredQuestionsDocument, { filter: { view: chosen?.view ?? null, officeId }, first: 30 }, questionsOf);
  // An address names it by its id alone; each of its questions knows how it is called.
  const office = list.nodes.find((question) => question.office?.id === officeId)?.office ?? null;
  return (
    <>
      <PageHeader
        title="Fragen ohne Antwort"
        lead="Aus allen Arbeitsgruppen und Sprechstunden, in denen Sie mitlesen. Überfällige stehen oben, dann die, die am längsten warten."
      />
      <QuestionParts />
      <div className="ui-flow">
        <Section title={chosen?.label ?? 'Alle'} count={list.total ?? undefined}>
          <div className="qst-filters">
            <div className="ui-row" role="group" aria-label="Nur zeigen">
              {Object.entries(views).map(([name, { label }]) => (
                <FilterChip
                  key={name}
                  pressed={chosen === views[name]}
                  onPress={() => set('ansicht', chosen === views[name] ? null : name)}
                >
                  {label}
                </FilterChip>
              ))}
            </div>
            <div className="qst-office">
              <OrganisationField
                label="Zuständige Stelle"
                hint="Leer: alle Stellen"
                known={office}
                value={officeId}
                onChange={(id) => set('stelle', id)}
              />
            </div>
          </div>
          <QuestionList
            at
            list={list}
            empty={
              officeId
                ? 'Bei dieser Stelle steht dazu nichts aus.'
                : (chosen?.empty ?? 'Alle Fragen sind beantwortet. Neue stellen Sie in einer Arbeitsgruppe oder Sprechstunde.')
            }
          />
        </Section>
        <AnswerTimes />
      </div>
    </>
  );
}
