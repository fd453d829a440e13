import { Link, useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { formatDate } from '../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Alert } from '../../ui/alert.tsx';
import { classes } from '../../ui/classes.ts';
import { Dotted } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { StatusBadge, Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, NotFoundState } from '../../ui/states.tsx';
import { QuestionDocument, QuestionPlaceDocument, type QuestionPartsFragment } from './documents.generated.ts';
import { OfficialAnswer } from './official-answer.tsx';
import { QuestionDeeds } from './question-deeds.tsx';
import { Steps } from './steps.tsx';
import { standOf, standTag } from './words.ts';
import { Vote } from './vote.tsx';
import './questions.scss';

const back = { to: '/fragen', label: 'Zu den Fragen' };

/** One question, with all that became of it. */
export function QuestionPage() {
  const { id = '' } = useParams();
  return <OneQuestion key={id} id={id} />;
}

function OneQuestion({ id }: { id: string }) {
  // Where it stands tells which rooms to hear before the rest is read.
  const place = useQuery(QuestionPlaceDocument, { variables: { id } });
  const home = place.data?.question.home;
  const office = place.data?.question.office;
  const ready = useRoom(home ? `${home.kind === 'GROUP' ? 'group' : 'event'}:${home.id}` : null);
  useRoom(office ? `organisation:${office.id}` : null);
  const whole = useQuery(QuestionDocument, home && ready ? { variables: { id }, fetchPolicy: 'cache-and-network' } : skipToken);
  const question = whole.data?.question;
  const error = whole.error ?? place.error;
  if (error && (!question || refusalOf(error).code === 'not_found'))
    return refusalOf(error).code === 'not_found' ? (
      <NotFoundState back={back}>Diese Frage gibt es nicht, oder sie ist nicht für Sie freigegeben.</NotFoundState>
    ) : (
      <FailedPage onRetry={() => void (home ? whole.refetch() : place.refetch())}>{sentenceOf(error)}</FailedPage>
    );
  return question ? <Whole question={question} /> : <LoadingPage />;
}

const listOf = ({ home }: QuestionPartsFragment) => (home.kind === 'GROUP' ? `${home.path}/fragen` : home.path);

function Whole({ question }: { question: QuestionPartsFragment }) {
  const { asker, home, state } = question;
  return (
    <>
      <PageHeader
        crumbs={[{ label: home.title, to: listOf(question) }, { label: 'Frage' }]}
        documentTitle={`${question.title}, Frage`}
        eyebrow="Frage"
        title={question.title}
        meta={
          <Dotted
            parts={[
              asker ? `gefragt von ${asker.name}, ${asker.organisationName}` : 'ohne Namen gefragt',
              question.mine && 'Ihre Frage',
              <RelativeTime key="at" at={question.createdAt} />,
              question.editedAt && `geändert am ${formatDate(question.editedAt)}`,
            ]}
          />
        }
        tags={
          <>
            {state === 'ANSWERED' ? <StatusBadge status="success">amtlich beantwortet</StatusBadge> : <Tag>{standTag(question)}</Tag>}
            {question.overdue && <StatusBadge status="warning">überfällig</StatusBadge>}
            {question.hidden && <Tag icon="visibility">ausgeblendet</Tag>}
            {question.topics.map((topic) => (
              <Tag key={topic.id}>{topic.name}</Tag>
            ))}
          </>
        }
      />
      <Columns rail={<Steps steps={question.steps} />}>
        <div>
          <div className="qst-head">
            <Vote question={question} />
            <div>{question.body ? <Markdown text={question.body} under={1} /> : <p className="ui-meta">Ohne weitere Erläuterung.</p>}</div>
          </div>
          {question.additions.map((addition) => (
            <div key={addition.id} className="qst-foot">
              <p className="ui-meta">
                Ergänzt <RelativeTime at={addition.at} />
              </p>
              <Markdown text={addition.body} under={1} />
            </div>
          ))}
        </div>
        <QuestionDeeds question={question} />
        <Stand question={question} />
        <Answers question={question} />
      </Columns>
    </>
  );
}

function Stand({ question }: { question: QuestionPartsFragment }) {
  return (
    <div className="qst-answers">
      {question.hidden && (
        <Alert kind="warning" title="Diese Frage ist ausgeblendet">
          <p>{question.hiddenReason}</p>
        </Alert>
      )}
      <div className={classes('qst-stand', question.state === 'DEFERRED' && 'qst-later')}>
        <p>
          <strong>{standOf(question)}</strong>{' '}
          {question.mergedInto && <Link to={`/fragen/${question.mergedInto.id}`}>{question.mergedInto.title}</Link>}
        </p>
        {question.reason && question.state !== 'ANSWERED' && <p className="ui-plaintext">{question.reason}</p>}
        {question.faqEntry && (
          <p className="ui-alone">
            <Link to={`/faq/${question.faqEntry.id}`}>Steht in den FAQ</Link>
          </p>
        )}
      </div>
    </div>
  );
}

function Answers({ question }: { question: QuestionPartsFragment }) {
  if (question.answers.length === 0) return null;
  return (
    <Section title={question.answers.length === 1 ? 'Amtliche Antwort' : 'Amtliche Antworten'}>
      <div className="qst-answers">
        {question.answers.map((answer) => (
          <OfficialAnswer key={answer.id} answer={answer} mayAccept={question.viewerCan.accept && answer.id === question.answer?.id} />
        ))}
      </div>
    </Section>
  );
}
