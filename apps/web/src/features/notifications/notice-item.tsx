import { useMutation } from '@apollo/client/react';
import { Link } from 'react-router';
import { classes } from '../../ui/classes.ts';
import { TextButton } from '../../ui/button.tsx';
import { Icon } from '../../ui/icon.tsx';
import { Counter, WhyChip } from '../../ui/marks.tsx';
import { RelativeTime } from '../../ui/relative-time.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { groupTitle } from '../working-groups/index.ts';
import { MarkNoticeReadDocument, type NoticeRowFragment } from './documents.generated.ts';
import { noticeIcons } from './words.ts';

/** Following its link marks a notice as read; the mark can also be set and taken by hand. */
export function NoticeItem({ notice }: { notice: NoticeRowFragment }) {
  const { id, kind, sentence, reason, path, createdAt, read, bundle, group } = notice;
  const [mark] = useMutation(MarkNoticeReadDocument, { refetchQueries: ['Notices', 'Viewer'] });
  const { run } = useDeed();
  const set = (now: boolean) => void run(() => mark({ variables: { id, read: now } }));
  return (
    <li className={classes('ui-list__led notice', !read && 'notice--new')}>
      <span className="notice__sign">
        <Icon name={noticeIcons[kind]} />
      </span>
      <div>
        <p className={classes('ui-list__title', read && 'ui-list__title--read')}>
          <Link to={path} onClick={() => !read && set(true)}>
            {sentence}
          </Link>{' '}
          {!read && (bundle > 1 ? <Counter value={bundle} unit="ungelesen" /> : <span className="ui-hidden">ungelesen</span>)}
        </p>
        <div className="ui-list__foot ui-meta">
          <WhyChip>{reason}</WhyChip>
          {group && <span>{groupTitle(group)}</span>}
          <RelativeTime at={createdAt} />
        </div>
      </div>
      <div className="ui-list__act">
        <TextButton onClick={() => set(!read)} aria-label={`${read ? 'Als ungelesen markieren' : 'Als gelesen markieren'}: ${sentence}`}>
          {read ? 'Als ungelesen markieren' : 'Als gelesen markieren'}
        </TextButton>
      </div>
    </li>
  );
}
