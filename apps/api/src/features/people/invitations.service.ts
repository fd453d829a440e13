import { Injectable } from '@nestjs/common';
import type { Inputs } from '@kollab/contract';
import type { Actor } from '../../platform/auth/actor.ts';
import { Database } from '../../platform/database/database.ts';
import { Writes, type Tx } from '../../platform/database/writes.ts';
import { fail, known } from '../../platform/fail.ts';
import { Outbox } from '../../platform/mail/outbox.ts';
import type { May } from '../../platform/policy/policy.ts';
import type { Invitation } from '../../generated/prisma/client.ts';
import { organisationGate } from '../organisations/index.ts';
import { PeopleHooks } from './hooks.ts';
import { invitationLetter } from './invitation-letter.ts';
import { renewed, sameAct, type NewInvitation } from './invitation-terms.ts';
import { lockOrganisation } from './gate.ts';
import { announceDesk, announcePlace, coordinatorCount, currentPlace, takePlace } from './places.ts';
import { invitationVerdict } from './policy.ts';
import { hashOf, newSecret } from '../../platform/auth/secret.ts';

@Injectable()
export class Invitations {
  constructor(
    private readonly database: Database,
    private readonly writes: Writes,
    private readonly outbox: Outbox,
    private readonly hooks: PeopleHooks,
  ) {}

  async inviteColleague(actor: Actor, input: Inputs['inviteColleague']): Promise<Invitation> {
    return this.writes.transact(async (tx) => {
      const may = await organisationGate.may(tx, actor, 'manage', input.organisationId);
      return this.issue(may, input);
    });
  }

  async nameCoordinator(actor: Actor, { organisationId, email }: Inputs['nameCoordinator']): Promise<Invitation> {
    return this.writes.transact(async (tx) => {
      const may = await organisationGate.may(tx, actor, 'nameCoordinator', organisationId);
      const invitation = await this.issue(may, { email, organisationId, role: 'COORDINATOR', function: 'OZG-Koordination' });
      const { title } = await tx.db.organisation.findUniqueOrThrow({ where: { id: may.row.id } });
      tx.audit({
        actorId: actor.personId,
        action: 'coordinator.named',
        subject: { kind: 'organisation', id: may.row.id },
        details: { organisation: title, email },
      });
      return invitation;
    });
  }

  /**
   * Makes the invitation and its mail; the caller proves the right, and its gate locks where it leads.
   * One address has one open invitation to one place: a second one replaces it.
   */
  async issue({ tx, actor }: May<string, unknown>, to: NewInvitation): Promise<Invitation> {
    const { email, organisationId, role = null, groupId = null, groupRole = null, sprechstundeId = null, seatRole = null } = to;
    const place = { email, organisationId, groupId, sprechstundeId };
    const terms = { role, function: to.function ?? '', groupRole, seatRole, guestUntil: to.guestUntil ?? null };
    if (role && organisationId) await this.refuseMember(tx, email, organisationId);
    const open = await tx.db.invitation.findFirst({
      where: { ...place, acceptedAt: null, revokedAt: null, role: role ? { not: null } : null },
      orderBy: { createdAt: 'desc' },
    });
    if (open && sameAct(open, terms)) return open;
    const { token, tokenHash } = newSecret();
    const invitedById = actor.personId;
    const invitation = open
      ? await tx.db.invitation.update({ where: { id: open.id }, data: { ...terms, ...renewed(), tokenHash, invitedById } })
      : await tx.db.invitation.create({ data: { ...place, ...terms, ...renewed(), tokenHash, invitedById } });
    await this.send(tx, actor, invitation, token);
    await this.record(tx, actor, 'invitation.sent', invitation);
    if (role) announceDesk(tx, organisationId);
    return invitation;
  }

  async resend(actor: Actor, id: string): Promise<Invitation> {
    return this.writes.transact(async (tx) => {
      await this.demandOpen(tx, actor, id);
      const { token, tokenHash } = newSecret();
      const invitation = await tx.db.invitation.update({ where: { id }, data: { ...renewed(), tokenHash } });
      await this.send(tx, actor, invitation, token);
      await this.changed(tx, actor, 'invitation.sent', invitation);
      return invitation;
    });
  }

  async revoke(actor: Actor, id: string): Promise<Invitation> {
    return this.writes.transact(async (tx) => {
      const open = await this.demandOpen(tx, actor, id, true);
      if (open.revokedAt) return open;
      const invitation = await tx.db.invitation.update({ where: { id }, data: { revokedAt: new Date() } });
      await this.dropMails(tx, id);
      await this.changed(tx, actor, 'invitation.revoked', invitation);
      return invitation;
    });
  }

  async offer(actor: Actor, token: string) {
    const found = await this.database.prisma.invitation.findUnique({
      where: { tokenHash: hashOf(token) },
      include: { organisation: true, invitedBy: { select: { name: true } } },
    });
    if (!found) throw fail('not_found');
    const verdict = invitationVerdict(actor, found);
    if (verdict !== true) throw fail(verdict);
    const { organisation, role, groupRole, sprechstundeId, seatRole, guestUntil, expiresAt, invitedBy } = found;
    const place = await this.hooks.placeName(this.database.prisma, found);
    return {
      organisation,
      role,
      function: found.function,
      groupName: groupRole && place,
      groupRole,
      sprechstundeId,
      eventTitle: seatRole && place,
      seatRole,
      guestUntil,
      invitedByName: invitedBy?.name ?? null,
      expiresAt,
    };
  }

  async accept(actor: Actor, token: string): Promise<void> {
    const tokenHash = hashOf(token);
    await this.writes.transact(async (tx) => {
      const found = await tx.db.invitation.findUnique({ where: { tokenHash } });
      if (!found) throw fail('not_found');
      if (found.organisationId) await lockOrganisation(tx.db, found.organisationId);
      // Sent again meanwhile, it has another token; of two who accept at once, the second one finds it used.
      const [locked] = await tx.db.$queryRawUnsafe<{ id: string }[]>(
        `SELECT id FROM invitation WHERE id = $1::uuid AND token_hash = $2 FOR UPDATE`,
        found.id,
        tokenHash,
      );
      if (!locked) throw fail('not_found');
      const current = await tx.db.invitation.findUniqueOrThrow({ where: { id: locked.id } });
      const verdict = invitationVerdict(actor, current);
      if (verdict !== true) throw fail(verdict);
      const invitation = await tx.db.invitation.update({
        where: { id: current.id },
        data: { acceptedAt: new Date(), acceptedById: actor.personId },
      });
      await this.dropMails(tx, invitation.id);
      await this.givePlace(tx, actor, invitation);
      for (const hook of this.hooks.invitationAccepted) await hook(tx, invitation, actor);
      if (invitation.role) announceDesk(tx, invitation.organisationId);
      await this.record(tx, actor, 'invitation.accepted', invitation);
    });
  }

  /** Who belongs there already keeps their place, and gets the role of an invitation to coordinate. */
  private async givePlace(tx: Tx, actor: Actor, { organisationId, role, function: office }: Invitation): Promise<void> {
    if (!organisationId || !role) return;
    const place = await currentPlace(tx.db, actor.personId, organisationId);
    if (!place) await takePlace(tx, { personId: actor.personId, organisationId, role, function: office });
    else if (role === 'COORDINATOR' && place.role !== role) {
      const before = await coordinatorCount(tx.db, organisationId);
      const data = { role, function: office || place.function };
      await announcePlace(tx, await tx.db.affiliation.update({ where: { id: place.id }, data }), before);
    }
  }

  private async refuseMember(tx: Tx, email: string, organisationId: string): Promise<void> {
    const member = await tx.db.affiliation.count({
      where: { organisationId, endedAt: null, person: { email: { equals: email.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } } },
    });
    if (member > 0) throw fail('organisation.already_member');
  }

  /** The open invitation, locked, if the actor manages where it leads. */
  private async demandOpen(tx: Tx, actor: Actor, id: string, revokedIsFine = false): Promise<Invitation> {
    const found = await tx.db.invitation.findUnique({ where: { id: known(id) } });
    if (!found) throw fail('not_found');
    if (found.role && found.organisationId) await this.demandDesk(tx, actor, found.organisationId);
    else {
      const guest = this.hooks.placeOf(found);
      if (!guest) throw fail('not_found');
      await guest.place.demand(tx, actor, guest.id);
    }
    await tx.db.$queryRawUnsafe(`SELECT FROM invitation WHERE id = $1::uuid FOR UPDATE`, found.id);
    const invitation = await tx.db.invitation.findUniqueOrThrow({ where: { id: found.id } });
    if (invitation.acceptedAt) throw fail('invitation.used');
    if (invitation.revokedAt && !revokedIsFine) throw fail('invitation.revoked');
    return invitation;
  }

  /** An invitation is part of a desk: who does not read that gets no other answer than for none. */
  private async demandDesk(tx: Tx, actor: Actor, organisationId: string): Promise<void> {
    await organisationGate.look(tx.db, actor, organisationId, 'readDesk').catch(() => {
      throw fail('not_found');
    });
    await organisationGate.may(tx, actor, 'manage', organisationId);
  }

  private async changed(tx: Tx, actor: Actor, action: string, invitation: Invitation): Promise<void> {
    if (invitation.role) announceDesk(tx, invitation.organisationId);
    const guest = this.hooks.placeOf(invitation);
    guest?.place.changed(tx, guest.id);
    await this.record(tx, actor, action, invitation);
  }

  private async record(tx: Tx, actor: Actor, action: string, invitation: Invitation): Promise<void> {
    const { organisation, place } = await this.names(tx, invitation);
    tx.audit({
      actorId: actor.personId,
      action,
      subject: { kind: 'invitation', id: invitation.id },
      details: {
        email: invitation.email,
        ...(invitation.role && { organisation: organisation?.title ?? '', role: invitation.role, function: invitation.function }),
        ...(invitation.groupRole && { group: place ?? '', groupRole: invitation.groupRole }),
        ...(invitation.seatRole && { event: place ?? '', seatRole: invitation.seatRole }),
        ...(invitation.guestUntil && { guestUntil: invitation.guestUntil.toISOString() }),
      },
    });
  }

  private async names({ db }: Tx, invitation: Invitation) {
    const { organisationId } = invitation;
    const organisation = organisationId ? await db.organisation.findUnique({ where: { id: organisationId } }) : null;
    return { organisation, place: await this.hooks.placeName(db, invitation) };
  }

  private async send(tx: Tx, actor: Actor, invitation: Invitation, token: string): Promise<void> {
    await this.dropMails(tx, invitation.id);
    const { organisation, place } = await this.names(tx, invitation);
    const { email, expiresAt, role, groupRole, seatRole, guestUntil: until } = invitation;
    const letter = invitationLetter(token, {
      email,
      expiresAt,
      invitedByName: actor.name,
      organisation: organisation && role && { title: organisation.title, role, function: invitation.function },
      place: place === null ? null : groupRole ? { name: place, groupRole, until } : seatRole && { name: place, seatRole, until },
    });
    await this.outbox.post(tx, `invitation:${invitation.id}:${invitation.sentAt.toISOString()}`, email, letter);
  }

  /** A mail that waits still holds a link that leads nowhere any more. */
  private async dropMails({ db }: Tx, id: string): Promise<void> {
    await db.outboxMail.deleteMany({ where: { key: { startsWith: `invitation:${id}:` }, sentAt: null } });
  }
}
