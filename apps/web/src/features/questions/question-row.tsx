import { Dotted, Row } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { QuestionRowPartsFragment } from './documents.generated.ts';
import { standTag } from './words.ts';
import { Vote } from './vote.tsx';

/** A question in a list: how many carry it, who asks, and how it stands. `at`: with the name of where it was asked. */
export function QuestionRow({ question, at = false }: { question: QuestionRowPartsFragment; at?: boolean }) {
  const { asker, state } = question;
  return (
    <Row
      title={question.title}
      to={`/fragen/${question.id}`}
      lead={<Vote question={question} />}
      meta={
        <Dotted
          parts={[
            asker ? `${asker.name}, ${asker.organisationName}` : 'ohne Namen',
            question.mine && 'Ihre Frage',
            at && question.home.title,
            <RelativeTime key="at" at={question.createdAt} />,
          ]}
        />
      }
      foot={
        (state !== 'OPEN' || question.hidden || question.topics.length > 0) && (
          <>
            {state !== 'OPEN' && (
              <Tag ink={state === 'ANSWERED'} {...(state === 'ANSWERED' && { icon: 'verified' as const })}>
                {standTag(question)}
              </Tag>
            )}
            {question.overdue && <Tag icon="warning">überfällig</Tag>}
            {question.hidden && <Tag icon="visibility">ausgeblendet</Tag>}
            {question.topics.length > 0 && <span className="ui-meta">{question.topics.map((topic) => topic.name).join(', ')}</span>}
          </>
        )
      }
    />
  );
}
