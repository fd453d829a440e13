import { skipToken, useMutation, useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { sentenceOf } from '../../lib/errors.ts';
import { useRoom } from '../../lib/use-live.ts';
import { FilterChip, Meter } from '../../ui/marks.tsx';
import { Section } from '../../ui/section.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { useViewer } from '../people/index.ts';
import { EventMoodDocument, VoteMoodDocument, type EventMoodQuery } from './documents.generated.ts';
import { moodWords } from './words.ts';

const kommunen: ReadonlySet<string> = new Set(['KREISFREIE_STADT', 'LANDKREIS', 'EINHEITSGEMEINDE', 'VERBANDSGEMEINDE']);

/** How the Kommunen found it: one vote each, nothing shown below five. */
export function Mood({ eventId }: { eventId: string }) {
  const ready = useRoom(`event:${eventId}`);
  const { data, error, refetch } = useQuery(
    EventMoodDocument,
    ready
      ? {
          variables: { id: eventId },
          fetchPolicy: 'cache-and-network',
        }
      : skipToken,
  );
  return (
    <Section title="Stimmungsbild" aside="eine Stimme je Kommune">
      {data ? (
        <Barometer event={data.sprechstunde} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={2} />
      )}
    </Section>
  );
}

function Barometer({ event: { id, mood, viewerCan } }: { event: EventMoodQuery['sprechstunde'] }) {
  const { affiliations, actsFor } = useViewer();
  const own = affiliations.map(({ organisation }) => organisation).filter(({ kind }) => kommunen.has(kind));
  // For whom one acts, where that is a Kommune.
  const forWhom = own.find((organisation) => organisation.id === actsFor?.id) ?? own[0];
  const { voters, distribution } = mood;
  return (
    <>
      {distribution && voters ? (
        <div className="spr-mood">
          {distribution.map((votes, index) => (
            <Meter key={index} label={moodWords[index] ?? ''} value={votes} max={voters} />
          ))}
        </div>
      ) : (
        <p className="ui-meta">Das Bild erscheint, sobald {limits.moodVoters} Kommunen abgestimmt haben.</p>
      )}
      {viewerCan.voteMood && forWhom && (
        <Vote eventId={id} organisation={forWhom} value={mood.own.find((vote) => vote.organisationId === forWhom.id)?.value ?? null} />
      )}
    </>
  );
}

type VoteProps = { eventId: string; organisation: { id: string; name: string }; value: number | null };

function Vote({ eventId, organisation, value }: VoteProps) {
  const [vote] = useMutation(VoteMoodDocument);
  const { run } = useDeed();
  return (
    <div className="spr-note" role="group" aria-label={`Stimme von ${organisation.name}`}>
      <p className="ui-meta">Wie war es für {organisation.name}? Wer abgestimmt hat, wird nicht gespeichert.</p>
      <div className="ui-tags">
        {moodWords.map((word, index) => (
          <FilterChip
            key={word}
            pressed={value === index + 1}
            onPress={() =>
              void run(() => vote({ variables: { sprechstundeId: eventId, organisationId: organisation.id, value: index + 1 } }))
            }
          >
            {word}
          </FilterChip>
        ))}
      </div>
    </div>
  );
}
