import { usePages } from '../../lib/use-pages.ts';
import { Section } from '../../ui/section.tsx';
import { AskForm } from './ask-form.tsx';
import { SprechstundeQuestionsDocument, type SprechstundeQuestionsQuery } from './documents.generated.ts';
import { QuestionList, useQuestionView, Ways } from './question-list.tsx';

type EventQuestionsProps = {
  sprechstundeId: string;
  /** To which item of the agenda a new question belongs. */
  agendaItemId?: string;
  /** The event takes place and the viewer reads it. */
  mayAsk: boolean;
};

const questionsOf = (data: SprechstundeQuestionsQuery) => data.sprechstunde.questions;

/** The questions of an event, before, during and after it. The page around it hears the event's room. */
export function EventQuestions({ sprechstundeId, agendaItemId, mayAsk }: EventQuestionsProps) {
  const { filter, order, controls, narrowed } = useQuestionView();
  const list = usePages(SprechstundeQuestionsDocument, { sprechstundeId, filter, order, first: 30 }, questionsOf);
  return (
    <Section title="Fragen" aside={<Ways order={order} />}>
      {mayAsk && <AskForm key={`${sprechstundeId} ${agendaItemId}`} home={{ sprechstundeId, ...(agendaItemId && { agendaItemId }) }} />}
      {controls}
      <QuestionList
        list={list}
        empty={narrowed ? 'Keine Frage passt zu dieser Auswahl.' : 'Zu dieser Veranstaltung wurde noch nichts gefragt.'}
      />
    </Section>
  );
}
