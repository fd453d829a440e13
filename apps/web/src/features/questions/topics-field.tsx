import { useQuery } from '@apollo/client/react';
import { limits } from '@kollab/contract/limits';
import { FilterChip } from '../../ui/marks.tsx';
import { TopicsDocument } from './documents.generated.ts';

const most = limits.question.topics.max;

type TopicsFieldProps = {
  value: readonly string[];
  onChange: (ids: string[]) => void;
  /** What is found again by them. */
  what?: string;
};

/** The topics under which something is found again. What is chosen already stays when there is room for no more. */
export function TopicsField({ value, onChange, what = 'die Frage' }: TopicsFieldProps) {
  const { data } = useQuery(TopicsDocument);
  if (!data || data.topics.length === 0) return null;
  const toggle = (id: string) => {
    if (value.includes(id)) onChange(value.filter((other) => other !== id));
    else if (value.length < most) onChange([...value, id]);
  };
  return (
    <fieldset className="kern-fieldset">
      <legend className="kern-label">
        Themen<span className="kern-label__optional">freiwillig</span>
      </legend>
      <div className="kern-hint">
        {value.length < most ? `Höchstens ${most}. So findet man ${what} wieder.` : `${most} Themen sind gewählt, mehr geht nicht.`}
      </div>
      <div className="ui-row">
        {data.topics.map(({ id, name }) => (
          <FilterChip key={id} pressed={value.includes(id)} onPress={() => toggle(id)}>
            {name}
          </FilterChip>
        ))}
      </div>
    </fieldset>
  );
}
