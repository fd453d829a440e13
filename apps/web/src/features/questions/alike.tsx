import { useDeferredValue } from 'react';
import { Link } from 'react-router';
import { skipToken, useQuery } from '@apollo/client/react';
import { counted } from '../../lib/counts.ts';
import { SimilarQuestionsDocument } from './documents.generated.ts';
import { stateWords } from './words.ts';

/** Below this the API finds nothing. */
const shortest = 4;

/** Questions that say the same, while somebody types: a vote there is worth more than a second question. */
export function Alike({ text }: { text: string }) {
  const search = useDeferredValue(text.trim());
  const { data, previousData } = useQuery(SimilarQuestionsDocument, search.length < shortest ? skipToken : { variables: { text: search } });
  const found = search.length < shortest ? [] : ((data ?? previousData)?.similarQuestions ?? []);
  return (
    <div role="status">
      {found.length > 0 && (
        <div className="qst-alike">
          <p>
            <strong>{found.length === 1 ? 'Eine ähnliche Frage gibt es schon.' : 'Ähnliche Fragen gibt es schon.'}</strong> Mit Ihrer Stimme
            dort kommt die Antwort schneller.
          </p>
          <ul>
            {found.map(({ id, title, state, voteCount }) => (
              <li key={id}>
                <Link to={`/fragen/${id}`}>{title}</Link>{' '}
                <span className="ui-meta">
                  {stateWords[state]}, {counted(voteCount, 'Stimme', 'Stimmen')}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  );
}
