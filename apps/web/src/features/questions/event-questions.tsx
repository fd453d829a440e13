import { useSearchParams } from 'react-router';
import { usePages } from '../../lib/use-pages.ts';
import { Select } from '../../ui/field.tsx';
import { Section } from '../../ui/section.tsx';
import { AskForm } from './ask-form.tsx';
import {
  SprechstundeQuestionsDocument,
  type SprechstundeQuestionsQuery,
  type SprechstundeQuestionsQueryVariables,
} from './documents.generated.ts';
import { QuestionList, useQuestionView, Ways } from './question-list.tsx';
import { Queue } from './queue.tsx';
import './stage.scss';

type EventQuestionsProps = {
  sprechstundeId: string;
  agenda: readonly { id: string; title: string }[];
  /** The event takes place and the viewer reads it. */
  mayAsk: boolean;
  /** It is to come, or runs: what waits is a queue. */
  queued: boolean;
};

const questionsOf = (data: SprechstundeQuestionsQuery) => data.sprechstunde.questions;

/** The questions of an event, before, during and after it. The page around it hears the event's room. */
export function EventQuestions({ sprechstundeId, agenda, mayAsk, queued }: EventQuestionsProps) {
  const { filter, order, controls, narrowed } = useQuestionView();
  const { item, choice } = useAgendaItem(agenda);
  const isQueue = queued && !narrowed && order === 'VOTES';
  return (
    <Section title="Fragen" aside={<Ways order={order} />}>
      {mayAsk && <AskForm key={`${sprechstundeId} ${item}`} home={{ sprechstundeId, ...(item && { agendaItemId: item }) }} />}
      {controls}
      {choice}
      {isQueue ? (
        <Queue sprechstundeId={sprechstundeId} agendaItemId={item} />
      ) : (
        <Listed
          variables={{ sprechstundeId, filter: { ...filter, agendaItemId: item }, order, first: 30 }}
          narrowed={narrowed || item !== null}
        />
      )}
    </Section>
  );
}

type ListedProps = { variables: Omit<SprechstundeQuestionsQueryVariables, 'after'>; narrowed: boolean };

function Listed({ variables, narrowed }: ListedProps) {
  const list = usePages(SprechstundeQuestionsDocument, variables, questionsOf);
  return (
    <QuestionList
      list={list}
      empty={narrowed ? 'Keine Frage passt zu dieser Auswahl.' : 'Zu dieser Veranstaltung wurde noch nichts gefragt.'}
    />
  );
}

/** To which item of the agenda the list is narrowed, as the address says it. A new question belongs there too. */
function useAgendaItem(agenda: EventQuestionsProps['agenda']) {
  const [params, setParams] = useSearchParams();
  const item = agenda.find(({ id }) => id === params.get('punkt'))?.id ?? null;
  const choose = (id: string) =>
    setParams(
      (all) => {
        if (id) all.set('punkt', id);
        else all.delete('punkt');
        return all;
      },
      { replace: true, preventScrollReset: true },
    );
  const choice = agenda.length > 0 && (
    <div className="qst-item">
      <Select id="fragen-punkt" label="Punkt im Ablauf" value={item ?? ''} onChange={(event) => choose(event.target.value)}>
        <option value="">Alle Punkte</option>
        {agenda.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
      </Select>
    </div>
  );
  return { item, choice };
}
