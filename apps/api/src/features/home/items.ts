import type { HomeItemKind } from '../../generated/graphql.ts';
import type {
  AffiliationRequest,
  Announcement,
  GroupMembership,
  Invitation,
  Organisation,
  Person,
  Question,
  WorkingGroup,
} from '../../generated/prisma/client.ts';
import { groupLabel } from '../working-groups/index.ts';

export interface HomeItem {
  id: string;
  subjectId: string;
  groupId: string | null;
  kind: HomeItemKind;
  title: string;
  detail: string;
  reason: string;
  path: string;
  organisationId: string | null;
  dueAt: Date | null;
  since: Date;
}

type Seat = GroupMembership & { group: WorkingGroup };
type Named = Pick<WorkingGroup, 'number' | 'name'>;

const ofLead = ({ number, name }: Named): string => (number ? `weil Sie die AG ${number} leiten` : `weil Sie „${name}“ leiten`);
const ofCoordinator = (organisation: Organisation): string => `weil Sie die OZG-Koordination für ${organisation.name} haben`;
const groupPath = (id: string): string => `/arbeitsgruppen/${id}`;
const deskPath = (organisationId: string): string => `/kommunen/${organisationId}/verwalten`;

export const guestSeatEnds = (seat: Seat): HomeItem => ({
  id: `GUEST_SEAT_ENDS:${seat.id}`,
  subjectId: seat.id,
  groupId: seat.groupId,
  kind: 'GUEST_SEAT_ENDS',
  title: groupLabel(seat.group),
  detail: 'Ihr Gastzugang endet.',
  reason: 'weil Sie dort Gast sind',
  path: groupPath(seat.groupId),
  organisationId: seat.organisationId,
  dueAt: seat.until,
  since: seat.joinedAt ?? seat.requestedAt,
});

export const invitationExpires = (invitation: Invitation & { organisation: Organisation | null }): HomeItem => ({
  id: `INVITATION_EXPIRES:${invitation.id}`,
  subjectId: invitation.id,
  groupId: null,
  kind: 'INVITATION_EXPIRES',
  title: invitation.email,
  detail: 'Die Einladung ist noch nicht angenommen und läuft ab.',
  reason: ofCoordinator(invitation.organisation!),
  path: deskPath(invitation.organisation!.id),
  organisationId: invitation.organisationId,
  dueAt: invitation.expiresAt,
  since: invitation.sentAt,
});

/** Of a group that the viewer leads: who it is from, and of which group. */
export interface ToLead extends Named {
  id: string;
  groupId: string;
  personName: string;
  statement: string;
  since: Date;
}

export const groupRequest = (request: ToLead & { organisationId: string }): HomeItem => ({
  id: `GROUP_REQUEST:${request.id}`,
  subjectId: request.id,
  groupId: request.groupId,
  kind: 'GROUP_REQUEST',
  title: `${request.personName} möchte mitarbeiten`,
  detail: request.statement,
  reason: ofLead(request),
  path: groupPath(request.groupId),
  organisationId: request.organisationId,
  dueAt: null,
  since: request.since,
});

export const groupInvitation = (seat: Seat): HomeItem => ({
  id: `GROUP_INVITATION:${seat.id}`,
  subjectId: seat.id,
  groupId: seat.groupId,
  kind: 'GROUP_INVITATION',
  title: groupLabel(seat.group),
  detail: seat.group.goal,
  reason: 'weil Sie eingeladen wurden',
  path: groupPath(seat.groupId),
  organisationId: seat.organisationId,
  dueAt: null,
  since: seat.requestedAt,
});

export const groupProposal = (group: WorkingGroup): HomeItem => ({
  id: `GROUP_PROPOSAL:${group.id}`,
  subjectId: group.id,
  groupId: group.id,
  kind: 'GROUP_PROPOSAL',
  title: groupLabel(group),
  detail: group.goal,
  reason: 'weil Sie über Vorschläge entscheiden',
  path: groupPath(group.id),
  organisationId: null,
  dueAt: null,
  since: group.createdAt,
});

/** `workPackage`: its title; null for the lead. */
export const volunteering = (offer: ToLead & { workPackage: string | null }): HomeItem => ({
  id: `VOLUNTEERING:${offer.id}`,
  subjectId: offer.id,
  groupId: offer.groupId,
  kind: 'VOLUNTEERING',
  title: `${offer.personName} möchte ${offer.workPackage === null ? 'die Leitung' : `„${offer.workPackage}“`} übernehmen`,
  detail: offer.statement,
  reason: ofLead(offer),
  path: groupPath(offer.groupId),
  organisationId: null,
  dueAt: null,
  since: offer.since,
});

/** `coordinated`: the viewer decides as a coordinator, else as LAND_ADMIN. */
export const affiliationRequest = (
  request: AffiliationRequest & { person: Person; organisation: Organisation | null },
  coordinated: boolean,
): HomeItem => ({
  id: `AFFILIATION_REQUEST:${request.id}`,
  subjectId: request.id,
  groupId: null,
  kind: 'AFFILIATION_REQUEST',
  title: `${request.person.name} bittet um Zuordnung`,
  detail: request.statement,
  reason: coordinated && request.organisation ? ofCoordinator(request.organisation) : 'weil Sie die Plattform verwalten',
  path: request.organisation ? deskPath(request.organisation.id) : '/verwaltung',
  organisationId: request.organisationId,
  dueAt: null,
  since: request.createdAt,
});

/** A question that waits for the viewer's office. */
export const questionAssigned = (question: Question & { office: Organisation | null }): HomeItem => ({
  id: `QUESTION_ASSIGNED:${question.id}`,
  subjectId: question.id,
  groupId: question.groupId,
  kind: 'QUESTION_ASSIGNED',
  title: question.title,
  detail: question.reason,
  reason: `weil Sie für ${question.office?.name ?? 'die zuständige Stelle'} antworten`,
  path: `/fragen/${question.id}`,
  organisationId: question.officeId,
  dueAt: question.dueOn,
  since: question.dueAgainAt ?? question.createdAt,
});

/** What an announcement asks for, by when. `because`: why it went to the viewer. */
export interface Announced {
  row: Announcement;
  because: string;
}
export const announcement = ({ row, because }: Announced): HomeItem => ({
  id: `ANNOUNCEMENT:${row.id}`,
  subjectId: row.id,
  groupId: null,
  kind: 'ANNOUNCEMENT',
  title: row.title,
  detail: row.action || row.summary,
  reason: because,
  path: `/mitteilungen/${row.id}`,
  organisationId: row.officeId,
  dueAt: row.dueAt,
  since: row.publishedAt ?? row.changedAt,
});
