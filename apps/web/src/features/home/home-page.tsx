import { lazy, Suspense, useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { freshOnce } from '../../lib/asked-early.ts';
import { formatLongDate } from '../../lib/dates.ts';
import { sentenceOf } from '../../lib/errors.ts';
import { LinkButton } from '../../ui/button.tsx';
import { Dotted, Row, RowList } from '../../ui/list.tsx';
import { OrgMark, WhyChip } from '../../ui/marks.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { Columns, Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { markOf, useViewer } from '../people/index.ts';
import { HomeDocument, type HomeItemPartsFragment, type HomeQuery } from './documents.generated.ts';
import { homeSentence } from './sentence.ts';
import { itemTitle } from './words.ts';
import './home.scss';

// The sentence and what is asked come first; the rest follows when there is any.
const deadlines = () => import('./deadlines.tsx');
const announcements = () => import('../announcements/index.ts');
const goOn = () => import('./go-on.tsx');
const itemActions = () => import('./item-actions.tsx');
const Deadlines = lazy(async () => ({ default: (await deadlines()).Deadlines }));
const nextSprechstunde = () => import('../sprechstunden/index.ts');
const NextSprechstunde = lazy(async () => ({ default: (await nextSprechstunde()).NextSprechstunde }));
const AnnouncementRow = lazy(async () => ({ default: (await announcements()).AnnouncementRow }));
const GoOn = lazy(async () => ({ default: (await goOn()).GoOn }));
const ItemActions = lazy(async () => ({ default: (await itemActions()).ItemActions }));

/** Mein Tag: what ends, what is asked, where one left off. Nothing to do is a good state and says so. */
export function HomePage() {
  const [fetchPolicy] = useState(() => freshOnce(HomeDocument));
  const { data, error, refetch } = useQuery(HomeDocument, { fetchPolicy });
  useEffect(() => {
    // While the answer is under way; what fails is tried again where it is shown.
    for (const part of [deadlines, itemActions, announcements, goOn, nextSprechstunde]) part().catch(() => undefined);
  }, []);
  const [now] = useState(() => Date.now());
  const home = data?.home;
  return (
    <>
      <PageHeader eyebrow={formatLongDate(now)} title="Mein Tag" lead={home && <Sentence home={home} now={now} />} />
      {home ? (
        <Sections home={home} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={4} />
      )}
    </>
  );
}

function Sentence({ home, now }: { home: HomeQuery['home']; now: number }) {
  const pieces = homeSentence(
    {
      nextDue: home.deadlines[0]?.dueAt ?? null,
      deadlines: home.deadlineCount,
      actions: home.actionCount,
      announcements: home.announcementCount,
      unread: home.unreadCount,
      drafts: home.drafts.length,
    },
    now,
  );
  return pieces.map(({ text, to }, index) =>
    to ? (
      <Link key={index} to={to}>
        {text}
      </Link>
    ) : (
      text
    ),
  );
}

function Sections({ home }: { home: HomeQuery['home'] }) {
  const viewer = useViewer();
  return (
    <Columns railFirst rail={<Next event={home.nextSprechstunde} />}>
      <Section id="frist" title="Frist" count={home.deadlineCount || undefined} aside="endet in den nächsten 14 Tagen">
        {home.deadlines.length === 0 ? (
          <EmptyState>Keine Frist in den nächsten 14 Tagen.</EmptyState>
        ) : (
          <Suspense>
            <Deadlines items={home.deadlines} />
          </Suspense>
        )}
        <Cut shown={home.deadlines.length} all={home.deadlineCount} />
      </Section>
      <Section id="handlung" title="Handlung" count={home.actionCount || undefined} aside="jemand wartet auf Sie">
        {home.actions.length === 0 ? (
          <EmptyState>Niemand wartet auf eine Antwort von Ihnen.</EmptyState>
        ) : (
          <RowList>
            {home.actions.map((item) => (
              <ActionRow key={item.id} item={item} />
            ))}
          </RowList>
        )}
        <Cut shown={home.actions.length} all={home.actionCount} />
      </Section>
      <Section
        id="kenntnis"
        title="Kenntnis"
        count={home.announcementCount || undefined}
        aside={<Link to="/mitteilungen">Alle Mitteilungen</Link>}
      >
        {home.announcements.length === 0 ? (
          <EmptyState>Keine neue Mitteilung.</EmptyState>
        ) : (
          <Suspense>
            <RowList>
              {home.announcements.map((announcement) => (
                <AnnouncementRow key={announcement.id} announcement={announcement} level="h3" />
              ))}
            </RowList>
          </Suspense>
        )}
        <Cut shown={home.announcements.length} all={home.announcementCount} />
      </Section>
      <Section id="weiter" title="Weiter" aside="wo Sie aufgehört haben">
        {home.unread.length + home.drafts.length === 0 ? (
          <EmptyState action={viewer.actsFor && <LinkButton to="/arbeitsgruppen">Zu den Arbeitsgruppen</LinkButton>}>
            Sie haben alles gelesen, was in Ihren Arbeitsgruppen steht.
          </EmptyState>
        ) : (
          <Suspense>
            <GoOn unread={home.unread} drafts={home.drafts} />
          </Suspense>
        )}
        <Cut shown={home.unread.length} all={home.unreadCount} />
      </Section>
    </Columns>
  );
}

function Next({ event }: { event: HomeQuery['home']['nextSprechstunde'] }) {
  return event ? (
    <Suspense>
      <NextSprechstunde event={event} />
    </Suspense>
  ) : (
    <Section title="Nächste Sprechstunde">
      <p className="ui-meta">Zurzeit ist kein Termin angekündigt.</p>
    </Section>
  );
}

/** The detail is what a person wrote. */
const spoken: ReadonlySet<HomeItemPartsFragment['kind']> = new Set(['GROUP_REQUEST', 'VOLUNTEERING', 'AFFILIATION_REQUEST']);

function ActionRow({ item }: { item: HomeItemPartsFragment }) {
  const viewer = useViewer();
  const { organisation } = item;
  return (
    <Row
      lead={organisation ? <OrgMark code={organisation.code} kind={markOf(viewer, organisation)} /> : <OrgMark code="AG" />}
      title={itemTitle(item)}
      to={item.path}
      meta={
        <Dotted
          parts={[
            spoken.has(item.kind) && item.detail ? `„${item.detail}“` : item.detail,
            organisation?.title,
            <RelativeTime key="since" at={item.since} />,
          ]}
        />
      }
      foot={<WhyChip to="/sortierung">{item.reason}</WhyChip>}
      act={
        <Suspense>
          <ItemActions item={item} />
        </Suspense>
      }
    />
  );
}

/** The lists are cut at 20; the number above them is the whole. */
function Cut({ shown, all }: { shown: number; all: number }) {
  return all > shown ? (
    <p className="ui-meta">Hier stehen die ersten {shown}. Die nächsten rücken nach, wenn diese erledigt sind.</p>
  ) : null;
}
