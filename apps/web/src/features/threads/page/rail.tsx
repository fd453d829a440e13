import { Link } from 'react-router';
import { useMutation } from '@apollo/client/react';
import { followLevels } from '@kollab/contract/vocabulary';
import { counted } from '../../../lib/counts.ts';
import { sentenceOf } from '../../../lib/errors.ts';
import { markOf, useViewer } from '../../people/index.ts';
import { groupTitle } from '../../working-groups/index.ts';

import { RadioGroup } from '../../../ui/choice.tsx';
import { OrgMark } from '../../../ui/marks.tsx';
import { Section } from '../../../ui/section.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { SetThreadFollowDocument, type ThreadQuery } from '../documents.generated.ts';
import type { GroupThread } from './thread-view.tsx';
import { followWords, joinedWords } from '../words.ts';

type Thread = ThreadQuery['thread'];

export function Rail({ thread }: { thread: GroupThread }) {
  return (
    <>
      <Section title="Zusammenhang">
        <p className="ui-alone">
          <Link className="thr-strong" to={`/arbeitsgruppen/${thread.group.id}`}>
            {groupTitle(thread.group)}
          </Link>
        </p>
        <p className="ui-meta">{thread.group.goal}</p>
      </Section>
      <Follow thread={thread} />
      <Participants thread={thread} />
    </>
  );
}

export function Follow({ thread }: { thread: Thread }) {
  const toast = useToast();
  const [follow] = useMutation(SetThreadFollowDocument);
  return (
    <Section title="Folgen">
      <div className="thr-follow">
        <RadioGroup
          legend={thread.group ? 'Was Sie aus dieser Diskussion erfahren' : 'Was Sie von weiteren Antworten erfahren'}
          value={thread.viewerFollow}
          options={followLevels.map((value) => ({ value, ...followWords[value] }))}
          onChange={(level) => {
            follow({
              variables: { threadId: thread.id, level },
              optimisticResponse: {
                setThreadFollow: { __typename: 'Thread', id: thread.id, viewerFollow: level, viewerFollowOwn: true } as never,
              },
            }).catch((error: unknown) => toast({ text: sentenceOf(error) }));
          }}
        />
      </div>
      {thread.group && !thread.viewerFollowOwn && <p className="ui-meta">So ist es für die ganze Arbeitsgruppe eingestellt.</p>}
    </Section>
  );
}

/** By organisation: the mark once, the people beside it. */
export function Participants({ thread }: { thread: Thread }) {
  const viewer = useViewer();
  const seats = new Map<string, Thread['participants']>();
  for (const one of thread.participants) seats.set(one.organisation.id, [...(seats.get(one.organisation.id) ?? []), one]);
  const more = thread.participantCount - thread.participants.length;
  return (
    <Section title="Beteiligt">
      <ul className="ui-people" role="list">
        {[...seats.values()].map((people) => {
          const { organisation, function: role } = people[0]!;
          return (
            <li key={organisation.id}>
              <OrgMark code={organisation.code} kind={markOf(viewer, organisation)} />
              <span>
                {people.map(({ person }) => person.name).join(', ')}
                <span className="ui-meta thr-block">{joinedWords(people.length === 1 && role, organisation.name)}</span>
              </span>
            </li>
          );
        })}
      </ul>
      {more > 0 && <p className="ui-meta">und {counted(more, 'weitere Person', 'weitere Personen')}</p>}
    </Section>
  );
}
