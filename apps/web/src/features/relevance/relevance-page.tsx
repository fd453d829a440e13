import { useMutation, useQuery } from '@apollo/client/react';
import { preferenceLevels, type PreferenceSubject } from '@kollab/contract/vocabulary';
import { sentenceOf } from '../../lib/errors.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/field.tsx';
import { Row, RowList } from '../../ui/list.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { Section } from '../../ui/section.tsx';
import { EmptyState, ErrorState, LoadingRows } from '../../ui/states.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { PreferencesDocument, RelevanceRulesDocument, SetPreferenceDocument, type RelevanceRulesQuery } from './documents.generated.ts';
import { levelWords, matterWords, sectionWords } from './words.ts';
import './relevance.scss';

/** Why something stands where it stands, and what one can change about it. */
export function RelevancePage() {
  const rules = useQuery(RelevanceRulesDocument);
  const preferences = useQuery(PreferencesDocument, { fetchPolicy: 'cache-and-network' });
  const error = rules.error ?? preferences.error;
  return (
    <>
      <PageHeader
        title="Was wo steht"
        lead="Die Plattform sortiert für jede Person: zuerst, was eine Frist hat, dann, was jemand von Ihnen braucht. Die Regeln gelten auf „Mein Tag“, in Hinweisen und in E-Mails gleich."
      />
      {rules.data && preferences.data ? (
        <>
          <Wishes topics={rules.data.topics} kept={preferences.data.viewer.preferences} />
          <Rules rules={rules.data.relevanceRules} />
        </>
      ) : error ? (
        <ErrorState onRetry={() => void Promise.all([rules.refetch(), preferences.refetch()])}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={6} />
      )}
    </>
  );
}

type Topic = RelevanceRulesQuery['topics'][number];
type Kept = { subject: PreferenceSubject; subjectId: string; name: string; level: (typeof preferenceLevels)[number] };

function Wishes({ topics, kept }: { topics: readonly Topic[]; kept: readonly Kept[] }) {
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

function Rules({ rules }: { rules: RelevanceRulesQuery['relevanceRules'] }) {
  return (
    <Section id="regeln" title="So wird sortiert">
      <p className="relevance-hint">
        Die erste Regel, die passt, gilt. „Hintergrund“ steht nur in Listen und in der Zusammenfassung, nicht auf „Mein Tag“.
      </p>
      {[...Map.groupBy(rules, (rule) => rule.matter)].map(([matter, list]) => (
        <table key={matter} className="relevance-rules">
          <caption>{matterWords[matter]}</caption>
          <thead>
            <tr>
              <th scope="col">Wenn</th>
              <th scope="col">dann unter</th>
            </tr>
          </thead>
          <tbody>
            {list.map((rule) => (
              <tr key={rule.id}>
                <td>{rule.when}</td>
                <td>{sectionWords[rule.section]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </Section>
  );
}
