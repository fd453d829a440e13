import { useMutation, useQuery } from '@apollo/client/react';
import { preferenceLevels, type PreferenceSubject } from '@kollab/contract/vocabulary';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { PreferencesDocument, SetPreferenceDocument, type PreferencesQuery } from './documents.generated.ts';
import { levelWords } from './words.ts';
import './relevance.scss';

type Topic = PreferencesQuery['topics'][number];
type Kept = { subject: PreferenceSubject; subjectId: string; name: string; level: (typeof preferenceLevels)[number] };

/** Of which topics and offices the viewer wants more or less. */
export function Wishes() {
  const { data, error, refetch } = useQuery(PreferencesDocument, { fetchPolicy: 'cache-and-network' });
  if (data) return <Chosen topics={data.topics} kept={data.viewer.preferences} />;
  return error ? <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState> : <LoadingRows rows={3} />;
}

function Chosen({ topics, kept }: { topics: readonly Topic[]; kept: readonly Kept[] }) {
  const [setPreference] = useMutation(SetPreferenceDocument);
  const { busy, run } = useDeed();
  const levelOf = new Map(kept.map(({ subjectId, level }) => [subjectId, level]));
  const offices = kept.filter(({ subject }) => subject === 'OFFICE');
  const set = (subject: PreferenceSubject, subjectId: string, level: Kept['level'] | null) =>
    void run(() => setPreference({ variables: { input: { subject, subjectId, level } } }), { text: 'Gespeichert.' });
  return (
    <>
      <Section id="themen" title="Themen">
        <p className="relevance-hint">
          Folgen Sie Themen, dann rücken Informationen zu anderen Themen in den Hintergrund. Wichtiges und Fristen kommen immer.
        </p>
        {topics.length === 0 ? (
          <EmptyState>Es gibt noch keine Themen.</EmptyState>
        ) : (
          <div className="relevance-topics">
            {topics.map(({ id, name }) => (
              <Select
                key={id}
                label={name}
                value={levelOf.get(id) ?? 'NONE'}
                onChange={(event) => set('TOPIC', id, preferenceLevels.find((level) => level === event.target.value) ?? null)}
              >
                {(['NONE', ...preferenceLevels] as const).map((level) => (
                  <option key={level} value={level}>
                    {levelWords[level]}
                  </option>
                ))}
              </Select>
            ))}
          </div>
        )}
      </Section>
      <Section id="stellen" title="Stellen, von denen Sie weniger sehen wollen">
        {offices.length === 0 ? (
          <EmptyState>Keine. An jeder Mitteilung steht unter „Weniger davon“, wovon Sie weniger sehen können.</EmptyState>
        ) : (
          <RowList>
            {offices.map(({ subjectId, name }) => (
              <Row
                key={subjectId}
                title={name}
                meta="Informationen von hier stehen im Hintergrund."
                act={
                  <Button busy={busy} aria-label={`${name}: wieder wie für alle`} onClick={() => set('OFFICE', subjectId, null)}>
                    Wieder wie für alle
                  </Button>
                }
              />
            ))}
          </RowList>
        )}
      </Section>
    </>
  );
}
