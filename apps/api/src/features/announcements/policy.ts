import type { AnnouncementStatus } from '@kollab/contract';
import { has, type Actor } from '../../platform/auth/actor.ts';
import type { Rights } from '../../platform/auth/rights.ts';
import { policy, type Verdict } from '../../platform/policy/policy.ts';

/** LAND_EDITOR writes for every office of the Land, LAND_EXPERT for their own Ressort. */
export const writesFor = (rights: Pick<Rights, 'globalRoles'>, officeId: string): boolean =>
  has(rights, 'LAND_EDITOR') || rights.globalRoles.some((g) => g.role === 'LAND_EXPERT' && g.organisationId === officeId);
export const writesAnnouncements = (rights: Pick<Rights, 'globalRoles'>): boolean =>
  has(rights, 'LAND_EDITOR') || rights.globalRoles.some((g) => g.role === 'LAND_EXPERT' && g.organisationId !== null);
/** The offices that somebody may write for; null: all of them. */
export const officesOf = (rights: Pick<Rights, 'globalRoles'>): string[] | null =>
  has(rights, 'LAND_EDITOR')
    ? null
    : [...new Set(rights.globalRoles.flatMap((g) => (g.role === 'LAND_EXPERT' && g.organisationId ? [g.organisationId] : [])))];

/** An announcement as one person sees it; in a write, `rights` are those of the moment. */
export interface AnnouncementView {
  readonly id: string;
  readonly officeId: string;
  readonly status: AnnouncementStatus;
  readonly commentsOpen: boolean;
  readonly asksAcknowledgement: boolean;
  readonly dueAt: Date | null;
  readonly remindedAt: Date | null;
  /** The person belongs, at this moment, to an organisation or a group that it was published to. */
  readonly addressed: boolean;
  /** The organisation for which the person sits in a group that it was published to. */
  readonly seatOf: string | null;
  readonly rights: Rights;
}

const writes = (a: AnnouncementView): boolean => writesFor(a.rights, a.officeId);
const isPublic = ({ status }: AnnouncementView): boolean => status === 'PUBLISHED' || status === 'WITHDRAWN';
const isIn =
  (...statuses: readonly AnnouncementStatus[]) =>
  (_: Actor, a: AnnouncementView): Verdict =>
    !writes(a) ? 'forbidden' : statuses.includes(a.status) || 'announcement.state_impossible';
/** Acknowledging is open until the deadline; without one, until it is withdrawn. */
const acknowledging = (a: AnnouncementView, now: Date): Verdict => {
  if (a.status !== 'PUBLISHED' || !a.asksAcknowledgement) return 'announcement.state_impossible';
  return a.dueAt === null || a.dueAt > now || 'announcement.acknowledgement_over';
};

export const announcementPolicy = policy<AnnouncementView>()('read', {
  read: (_, a) => writes(a) || (isPublic(a) && a.addressed) || 'not_found',
  edit: isIn('DRAFT'),
  publish: isIn('DRAFT'),
  discard: isIn('DRAFT', 'SCHEDULED'),
  unschedule: isIn('SCHEDULED'),
  correct: isIn('PUBLISHED'),
  withdraw: isIn('PUBLISHED'),
  pin: isIn('PUBLISHED'),
  setComments: isIn('PUBLISHED'),
  remind: (_, a) => {
    if (!writes(a)) return 'forbidden';
    const open = acknowledging(a, new Date());
    return open !== true ? open : a.remindedAt === null || 'announcement.already_reminded';
  },
  /** See by name whom it reaches. */
  seeReach: (_, a) => writes(a) || 'forbidden',
  /** For one of one's organisations; for which, `mayAcknowledge` says. */
  acknowledge: (_, a) => (!a.addressed ? 'forbidden' : acknowledging(a, new Date())),
  comment: (_, a) => (a.status !== 'PUBLISHED' || !a.commentsOpen ? 'announcement.comments_closed' : true),
});
type Inside = 'read' | 'acknowledge' | 'comment';

/** As the SDL names them. */
export const announcementAbilities = (
  actor: Actor,
  a: AnnouncementView,
): Record<Exclude<(typeof announcementPolicy)['actions'][number], Inside>, boolean> => {
  const { read: _read, acknowledge: _acknowledge, comment: _comment, ...can } = announcementPolicy.abilities(actor, a);
  return can;
};

/** Who speaks for an organisation: its coordination, its head, or a deputy of them. */
export const mayAcknowledge = ({ affiliations }: Pick<Rights, 'affiliations'>, organisationId: string): boolean =>
  affiliations.some((a) => a.organisationId === organisationId && speaks(a));
export const speaks = ({ role, deputy }: Rights['affiliations'][number]): boolean =>
  role === 'COORDINATOR' || role === 'HEAD' || (deputy && role !== 'PROVIDER');
