import { randomUUID } from 'node:crypto';
import type {
  Announcement,
  EventSeat,
  EventSeatRole,
  FaqEntry,
  GlobalRole,
  GroupMembership,
  GroupRole,
  MembershipStatus,
  OfficialAnswer,
  Organisation,
  OrganisationKind,
  OrganisationRole,
  Person,
  PrismaClient,
  Question,
  Sprechstunde,
  SprechstundenSeries,
  Thread,
  TopicWish,
  WorkingGroup,
} from '../src/generated/prisma/client.ts';
import type { Account } from './issuer.ts';

/** A person of the world can sign in as it stands: it is an account too. */
export type Someone = Person & Account;
export type Colleague = Someone & { organisation: Organisation };

/** Builders that complete their own parents: what a test does not name is believable and does not matter. */
export class World {
  private count = 0;

  constructor(
    readonly db: PrismaClient,
    private readonly issuer: string,
  ) {}

  async organisation(data: Partial<Organisation> = {}): Promise<Organisation> {
    const n = ++this.count;
    return this.db.organisation.create({
      data: { key: `o${n}`, kind: 'EINHEITSGEMEINDE', name: `Ort ${n}`, title: `Stadt Ort ${n}`, code: `O${n}`, mailDomains: [], ...data },
    });
  }

  /** Without an organisation and without a role. */
  async person(name?: string): Promise<Someone> {
    const n = ++this.count;
    const sub = randomUUID();
    const person = await this.db.person.create({ data: { name: name ?? `Person ${n}`, email: `p${n}@ort.example` } });
    await this.db.identity.create({ data: { issuer: this.issuer, subject: sub, personId: person.id } });
    return { ...person, sub };
  }

  async belongs(person: Person, organisation: Organisation, role: OrganisationRole = 'MEMBER', office = 'Sachbearbeitung') {
    return this.db.affiliation.create({ data: { personId: person.id, organisationId: organisation.id, role, function: office } });
  }

  /** Somebody of an organisation (a new one, if none is named). */
  async colleague(organisation?: Organisation, role: OrganisationRole = 'MEMBER'): Promise<Colleague> {
    const home = organisation ?? (await this.organisation());
    const person = await this.person();
    await this.belongs(person, home, role);
    return { ...person, organisation: home };
  }

  async official(role: GlobalRole, kind: OrganisationKind = 'LAND_MINISTRY'): Promise<Colleague> {
    const person = await this.colleague(await this.organisation({ kind }));
    await this.db.globalRoleGrant.create({
      data: { personId: person.id, role, organisationId: role === 'LAND_EXPERT' ? person.organisation.id : null },
    });
    return person;
  }

  async group(data: Partial<WorkingGroup> = {}): Promise<WorkingGroup> {
    const n = ++this.count;
    return this.db.workingGroup.create({ data: { name: `Gruppe ${n}`, goal: 'Damit alle dasselbe wissen.', ...data } });
  }

  async seat(
    group: WorkingGroup,
    person: Person & { organisation?: Organisation },
    role: GroupRole = 'MEMBER',
    status: MembershipStatus = 'ACTIVE',
    until: Date | null = null,
  ): Promise<GroupMembership> {
    const organisationId = person.organisation?.id ?? (await this.organisation()).id;
    return this.db.groupMembership.create({
      data: {
        groupId: group.id,
        personId: person.id,
        organisationId,
        role,
        status,
        until,
        joinedAt: status === 'ACTIVE' ? new Date() : null,
      },
    });
  }

  /** A new colleague with a seat. */
  async member(group: WorkingGroup, role: GroupRole = 'MEMBER', organisation?: Organisation): Promise<Colleague> {
    const person = await this.colleague(organisation);
    await this.seat(group, person, role);
    return person;
  }

  async thread(group: WorkingGroup, by: Person, data: Partial<Thread> = {}): Promise<Thread> {
    return this.db.thread.create({
      data: { groupId: group.id, openedById: by.id, title: `Thema ${++this.count}`, clientMutationId: randomUUID(), ...data },
    });
  }

  async question(group: WorkingGroup, by: Colleague, data: Partial<Question> = {}): Promise<Question> {
    const who = data.anonymous ? {} : { authorId: by.id, organisationId: by.organisation.id };
    return this.db.question.create({
      data: {
        groupId: group.id,
        title: `Frage ${++this.count}`,
        ...who,
        ...data,
        asker: { create: { personId: by.id, clientMutationId: randomUUID() } },
        thread: { create: { kind: 'QUESTION', title: data.title ?? `Frage ${this.count}` } },
      },
    });
  }

  /** As an office answers; the question is answered then. */
  async officialAnswer(question: Question, by: Colleague, data: Partial<OfficialAnswer> = {}): Promise<OfficialAnswer> {
    const [organisationId, now] = [by.organisation.id, new Date()];
    const answer = await this.db.officialAnswer.create({
      data: {
        questionId: question.id,
        organisationId,
        authorId: by.id,
        body: 'So geht das.',
        validFrom: now,
        clientMutationId: randomUUID(),
        ...data,
      },
    });
    await this.db.question.update({
      where: { id: question.id },
      data: { state: 'ANSWERED', officeId: organisationId, officialAnswerAt: now },
    });
    return answer;
  }

  async faqEntry(question: Question, by: Colleague): Promise<FaqEntry> {
    const answer = await this.officialAnswer(question, by);
    const texts = { question: question.title, answer: answer.body };
    return this.db.faqEntry.create({
      data: {
        ...texts,
        questionId: question.id,
        officialAnswerId: answer.id,
        officeId: answer.organisationId,
        askedAt: question.createdAt,
        reviewOn: new Date(Date.now() + 180 * 86_400_000),
        clientMutationId: randomUUID(),
        versions: { create: { ...texts, version: 1, byId: by.id } },
      },
    });
  }

  async series(by: Person, data: Partial<SprechstundenSeries> = {}): Promise<SprechstundenSeries> {
    const organiserId = data.organiserId ?? (await this.organisation({ kind: 'LAND_MINISTRY' })).id;
    return this.db.sprechstundenSeries.create({
      data: {
        name: 'OZG-Sprechstunde',
        rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE',
        firstDay: '2026-09-02',
        startTime: '10:00',
        minutes: 90,
        createdById: by.id,
        clientMutationId: randomUUID(),
        ...data,
        organiserId,
      },
    });
  }

  /** Announced, in three days, of no series unless one is named. */
  async event(by: Person, data: Partial<Sprechstunde> = {}): Promise<Sprechstunde> {
    const n = ++this.count;
    const startsAt = data.startsAt ?? new Date(Date.now() + 3 * 86_400_000);
    return this.db.sprechstunde.create({
      data: {
        format: 'TOPIC',
        status: 'ANNOUNCED',
        title: `Veranstaltung ${n}`,
        startsAt,
        endsAt: new Date(startsAt.getTime() + 90 * 60_000),
        announcedAt: new Date(),
        createdById: by.id,
        clientMutationId: randomUUID(),
        ...data,
      },
    });
  }

  async eventSeat(event: Sprechstunde, person: Person, role: EventSeatRole, until = new Date(Date.now() + 86_400_000)): Promise<EventSeat> {
    const organisationId = (await this.organisation({ kind: 'OTHER_LAND' })).id;
    return this.db.eventSeat.create({ data: { sprechstundeId: event.id, personId: person.id, organisationId, role, until } });
  }

  async wish(series: SprechstundenSeries, by: Colleague, data: Partial<TopicWish> = {}): Promise<TopicWish> {
    const own = { authorId: by.id, organisationId: by.organisation.id, clientMutationId: randomUUID() };
    const wish = await this.db.topicWish.create({
      data: { seriesId: series.id, title: `Thema ${++this.count}`, votes: 1, ...own, ...data },
    });
    await this.db.wishVote.create({ data: { wishId: wish.id, personId: by.id, organisationId: by.organisation.id } });
    return wish;
  }

  /** Published to these places, with comments, under the author's office. */
  async announcement(
    by: Colleague,
    to: { organisations?: readonly Organisation[]; groups?: readonly WorkingGroup[] } = {},
    data: Partial<Omit<Announcement, 'links'>> = {},
  ): Promise<Announcement> {
    const [organisationIds, groupIds] = [(to.organisations ?? []).map((o) => o.id), (to.groups ?? []).map((g) => g.id)];
    const title = data.title ?? `Mitteilung ${++this.count}`;
    const isOut = data.status === undefined || data.status === 'PUBLISHED';
    return this.db.announcement.create({
      data: {
        ...{ officeId: by.organisation.id, authorId: by.id, createdById: by.id, clientMutationId: randomUUID() },
        ...{ title, summary: 'Was das heißt.', status: 'PUBLISHED', publishedAt: isOut ? new Date() : null },
        ...{ organisationIds, groupIds },
        ...data,
        ...(isOut && {
          organisations: { create: organisationIds.map((organisationId) => ({ organisationId })) },
          groups: { create: groupIds.map((groupId) => ({ groupId })) },
          thread: { create: { title } },
        }),
      },
    });
  }

  /** Posts by one author, numbered on from what is there. */
  async posts(thread: Thread, author: Colleague, count: number): Promise<void> {
    const { lastNo, recentOrganisationIds } = await this.db.thread.findUniqueOrThrow({ where: { id: thread.id } });
    await this.db.post.createMany({
      data: Array.from({ length: count }, (_, i) => ({
        threadId: thread.id,
        no: lastNo + i + 1,
        authorId: author.id,
        organisationId: author.organisation.id,
        body: `Beitrag ${lastNo + i + 1}`,
        clientMutationId: randomUUID(),
      })),
    });
    const others = recentOrganisationIds.filter((id) => id !== author.organisation.id);
    await this.db.thread.update({
      where: { id: thread.id },
      data: { lastNo: lastNo + count, lastAuthorId: author.id, recentOrganisationIds: [author.organisation.id, ...others].slice(0, 3) },
    });
    const key = { threadId: thread.id, personId: author.id };
    const last = { organisationId: author.organisation.id, lastNo: lastNo + count };
    await this.db.threadParticipant.upsert({
      where: { threadId_personId: key },
      create: { ...key, ...last, posts: count },
      update: { ...last, posts: { increment: count } },
    });
  }
}
