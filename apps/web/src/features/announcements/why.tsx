import { useMutation } from '@apollo/client/react';
import { Menu } from '../../ui/menu.tsx';
import { WhyChip } from '../../ui/marks.tsx';
import { useDeed } from '../../ui/use-deed.ts';
import { SeeLessDocument, type AnnouncementWhyFragment } from './documents.generated.ts';

/** Why the viewer has it, and of what they can see less: of its office, or of its topics. What is important comes anyway. */
export function Why({ announcement }: { announcement: AnnouncementWhyFragment }) {
  const { relevance, kind, office, topics, title } = announcement;
  const [seeLess] = useMutation(SeeLessDocument, { refetchQueries: ['Home', 'Announcements', 'Announcement'] });
  const { run } = useDeed();
  if (!relevance) return null;
  const less = (subject: 'OFFICE' | 'TOPIC', { id, name }: { id: string; name: string }) => ({
    id,
    label: subject === 'OFFICE' ? `Weniger von: ${name}` : `Weniger zum Thema: ${name}`,
    onSelect: () =>
      void run(() => seeLess({ variables: { input: { subject, subjectId: id, level: 'LESS' } } }), {
        text: 'Informationen davon stehen jetzt im Hintergrund. Unter „Was Sie verfolgen“ bei den Hinweisen lässt sich das ändern.',
      }),
  });
  return (
    <span className="ann-why">
      <WhyChip to="/sortierung">{relevance.because}</WhyChip>
      {kind === 'INFO' && relevance.section !== 'HINTERGRUND' && (
        <Menu label={`Weniger davon: ${title}`} entries={[less('OFFICE', office), ...topics.map((topic) => less('TOPIC', topic))]} />
      )}
    </span>
  );
}
