import { capitalised, countInWords } from '../../lib/counts.ts';
import { daysLeft, formatDayMonth, formatWeekdayLong } from '../../lib/dates.ts';

/** A piece of the sentence; with `to` it is a figure that links to its list. */
export type Piece = { text: string; to?: string };
export type State = {
  /** When the next deadline is, if there is one. */
  nextDue: string | null;
  deadlines: number;
  actions: number;
  announcements: number;
  unread: number;
  drafts: number;
};

/** The state of the day in words, its figures as links. */
export function homeSentence(state: State, now: number): Piece[] {
  const pieces = [...deadlines(state, now), ...rest(state)];
  return pieces.length > 0 ? pieces : [{ text: 'Heute wartet nichts auf Sie. Sie sind auf dem Stand.' }];
}

function deadlines({ nextDue, deadlines: count }: State, now: number): Piece[] {
  if (count === 0 || nextDue === null) return [];
  const days = daysLeft(nextDue, now);
  if (count === 1)
    return [
      { text: `${days <= 0 ? 'Heute' : days === 1 ? 'Morgen' : `Bis ${dayOf(nextDue, days, now)}`} läuft ` },
      { text: 'eine Frist', to: '#frist' },
      { text: ' ab. ' },
    ];
  const first = days <= 0 ? 'heute' : days === 1 ? 'morgen' : `am ${dayOf(nextDue, days, now)}`;
  return [
    { text: 'In den nächsten 14 Tagen laufen ' },
    { text: countInWords(count, 'Frist', 'Fristen'), to: '#frist' },
    { text: ` ab, die erste ${first}. ` },
  ];
}

const dayOf = (due: string, days: number, now: number): string => (days < 7 ? formatWeekdayLong(due) : formatDayMonth(due, now));

function rest({ actions, announcements, unread, drafts }: State): Piece[] {
  const clauses: Piece[][] = [];
  if (actions > 0)
    clauses.push([
      { text: countInWords(actions, 'Bitte', 'Bitten'), to: '#handlung' },
      { text: actions === 1 ? ' richtet sich an Sie' : ' richten sich an Sie' },
    ]);
  if (announcements > 0)
    clauses.push([
      { text: countInWords(announcements, 'Mitteilung', 'Mitteilungen'), to: '#kenntnis' },
      { text: announcements === 1 ? ' ist zur Kenntnis' : ' sind zur Kenntnis' },
    ]);
  if (unread > 0)
    clauses.push([
      { text: 'in ' },
      { text: unread === 1 ? 'einer Diskussion' : countInWords(unread, 'Diskussion', 'Diskussionen'), to: '#weiter' },
      { text: ' gibt es Neues' },
    ]);
  if (drafts > 0)
    clauses.push([
      { text: drafts === 1 ? 'ein Entwurf' : countInWords(drafts, 'Entwurf', 'Entwürfe'), to: '#weiter' },
      { text: drafts === 1 ? ' ist noch nicht gesendet' : ' sind noch nicht gesendet' },
    ]);
  const pieces = clauses.flatMap((clause, index) =>
    index === 0 ? clause : [{ text: index === clauses.length - 1 ? ' und ' : ', ' }, ...clause],
  );
  const [first, ...more] = pieces;
  return first ? [{ ...first, text: capitalised(first.text) }, ...more, { text: '.' }] : [];
}
