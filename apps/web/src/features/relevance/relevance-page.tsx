import { Link } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { sentenceOf } from '../../lib/errors.ts';
import { PageHeader } from '../../ui/page-header.tsx';
import { ErrorState, LoadingRows } from '../../ui/states.tsx';
import { RelevanceRulesDocument, type RelevanceRulesQuery } from './documents.generated.ts';
import { matterWords, sectionWords } from './words.ts';
import './relevance.scss';

/** Why something stands where it stands. */
export function RelevancePage() {
  const { data, error, refetch } = useQuery(RelevanceRulesDocument);
  return (
    <>
      <PageHeader
        title="Was wo steht"
        lead="Die Plattform sortiert für jede Person: zuerst, was eine Frist hat, dann, was jemand von Ihnen braucht. Die Regeln gelten auf „Mein Tag“, in Hinweisen und in E-Mails gleich."
      />
      {data ? (
        <Rules rules={data.relevanceRules} />
      ) : error ? (
        <ErrorState onRetry={() => void refetch()}>{sentenceOf(error)}</ErrorState>
      ) : (
        <LoadingRows rows={6} />
      )}
    </>
  );
}

function Rules({ rules }: { rules: RelevanceRulesQuery['relevanceRules'] }) {
  return (
    <>
      <p className="relevance-hint">
        Die erste Regel, die passt, gilt. „Hintergrund“ steht nur in Listen und in der Zusammenfassung, nicht auf „Mein Tag“. Wovon Sie mehr
        oder weniger sehen wollen, ändern Sie unter <Link to="/hinweise/verfolgt">Was Sie verfolgen</Link>.
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
    </>
  );
}
