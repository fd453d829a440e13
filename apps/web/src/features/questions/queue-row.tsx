import type { ReactNode } from 'react';
import { Dotted, Row } from '../../ui/list.tsx';
import { Tag } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import type { Queued } from './use-stage.ts';
import { Vote } from './vote.tsx';
import { standTag } from './words.ts';

type QueueRowProps = { question: Queued; isNext: boolean; act: ReactNode };

/** A question that waits, as a line of the ballot. */
export function QueueRow({ question, isNext, act }: QueueRowProps) {
  const { asker, state, place, discussedAt } = question;
  const tags = isNext || place !== null || discussedAt !== null || state !== 'OPEN' || question.overdue;
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
            <RelativeTime key="at" at={question.createdAt} />,
          ]}
        />
      }
      foot={
        tags && (
          <>
            {isNext && <Tag ink>als Nächstes</Tag>}
            {place !== null && discussedAt === null && <Tag icon="arrow-upward">vorgezogen</Tag>}
            {discussedAt !== null && <Tag icon="check">besprochen</Tag>}
            {state !== 'OPEN' && <Tag>{standTag(question)}</Tag>}
            {question.overdue && <Tag icon="warning">überfällig</Tag>}
          </>
        )
      }
      act={act}
    />
  );
}
