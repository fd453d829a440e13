import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { usePages } from '../../lib/use-pages.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Section } from '../../ui/section.tsx';
import { AskForm } from './ask-form.tsx';
import { GroupMayAskDocument, GroupQuestionsDocument, type GroupQuestionsQuery } from './documents.generated.ts';
import { QuestionList, useQuestionView, Ways } from './question-list.tsx';

const questionsOf = (data: GroupQuestionsQuery) => data.workingGroup.questions;

/** A part of a group's page: what its members want to know, those first that most carry. */
export function GroupQuestionsPage() {
  const { id: groupId = '' } = useParams();
  useRoom(`group:${groupId}`);
  const { data } = useQuery(GroupMayAskDocument, { variables: { groupId }, fetchPolicy: 'cache-and-network' });
  const { filter, order, controls, narrowed } = useQuestionView();
  const list = usePages(GroupQuestionsDocument, { groupId, filter, order, first: 30 }, questionsOf);
  const mayAsk = data?.workingGroup.viewerCan.write ?? false;
  return (
    <Section title="Fragen" aside={<Ways order={order} />}>
      {mayAsk && <AskForm key={groupId} home={{ groupId }} />}
      {controls}
      <QuestionList
        list={list}
        empty={
          narrowed
            ? 'Keine Frage passt zu dieser Auswahl.'
            : mayAsk
              ? 'Hier wurde noch nichts gefragt. Oben stellen Sie die erste Frage.'
              : 'Hier wurde noch nichts gefragt.'
        }
      />
    </Section>
  );
}
