import { Suspense } from 'react';
import { Link, useParams } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { formatDate } from '../../lib/dates.ts';
import { refusalOf, sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { Alert } from '../../ui/alert.tsx';
import { classes } from '../../ui/classes.ts';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { Markdown } from '../../ui/markdown.tsx';
import { StatusBadge, Tag } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { FailedPage, LoadingPage, LoadingRows, NotFoundState } from '../../ui/states.tsx';
import { Answers, AnswersRail } from '../threads/index.ts';
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
  const ready = useRoom(home ? `${home.kind === 'GROUP' ? 'group' : 'event'}:${home.id}` : null, place.data?.question.thread.id);
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
              <Link key={topic.id} to={`/faq?thema=${topic.key}`}>
                <Tag>
                  {topic.name}
                  <span className="ui-hidden">: was dazu in den FAQ steht</span>
                </Tag>
              </Link>
            ))}
          </>
        }
      />
      <Columns
        rail={
          <>
            <Steps steps={question.steps} />
            <Suspense>
              <AnswersRail threadId={question.thread.id} />
            </Suspense>
          </>
        }
      >
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
        <OfficialAnswers question={question} />
        <Merged question={question} />
        <Suspense fallback={<LoadingRows rows={2} label="Antworten werden geladen" />}>
          <Answers threadId={question.thread.id} silent={silentIn(question)} />
        </Suspense>
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

function OfficialAnswers({ question }: { question: QuestionPartsFragment }) {
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

/** The same was asked before: what was answered there stays there. */
function Merged({ question: { merged } }: { question: QuestionPartsFragment }) {
  if (merged.length === 0) return null;
  return (
    <Section title="Gleiche Fragen">
      <RowList>
        {merged.map(({ id, title, thread }) => (
          <Row
            key={id}
            title={title}
            to={`/fragen/${id}`}
            meta={thread.lastNo > 0 ? counted(thread.lastNo, 'Antwort', 'Antworten') : 'ohne Antworten'}
          />
        ))}
      </RowList>
    </Section>
  );
}

/** Why the viewer writes nothing among the answers. */
function silentIn({ mine, anonymous, state }: QuestionPartsFragment): string {
  if (state === 'MERGED') return 'Hier wird nicht mehr geschrieben, nur bei der Frage, mit der diese zusammengeführt ist.';
  if (state === 'WITHDRAWN') return 'Die Frage ist zurückgezogen. Hier wird nicht mehr geschrieben.';
  if (mine && anonymous) return 'Sie haben ohne Namen gefragt. Ein Beitrag würde Ihren Namen zeigen. Ergänzen Sie stattdessen die Frage.';
  return 'Hier antwortet, wer am Ort der Frage mitarbeitet. Sie lesen mit.';
}
