import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openApi, type Api } from '../../../test/api.ts';
import { threadsOf } from '../../../test/threads.ts';
import { Actors } from '../../platform/auth/actors.ts';
import { homeView } from '../questions/index.ts';
import { groupPolicy, groupView } from '../working-groups/index.ts';
import { mentionsIn } from './mention-links.ts';
import { MentionService } from './mentions.service.ts';
import { readersOf } from './readers.ts';

let api: Api;
beforeAll(async () => {
  api = await openApi();
});
afterAll(() => api.close());
const { ask, refusal, reply, replying } = threadsOf(() => api);
const person = ({ id, name }: { id: string; name: string }) => `[@${name}](person:${id})`;
const organisation = ({ id, name }: { id: string; name: string }) => `[@${name}](organisation:${id})`;
const role = (key: string) => `[@Alle](role:${key})`;
const told = async (postId: unknown) => (await api.app.get(MentionService).recipientsOf({ id: postId as string })).toSorted();

describe('finding mentions', () => {
  it('takes links of our scheme, each target once', () => {
    const id = randomUUID();
    expect(
      mentionsIn(`Hallo [@Kim **Muster**](person:${id}), [@Kim](person:${id.toUpperCase()}) und [@Leitung](role:GROUP_LEADS)`),
    ).toEqual([
      { kind: 'PERSON', targetId: id, label: 'Kim Muster' },
      { kind: 'ROLE', targetId: 'GROUP_LEADS', label: 'Leitung' },
    ]);
  });

  it.each([
    ['code', (link: string) => `\`${link}\``],
    ['a fenced block', (link: string) => `~~~\n${link}\n~~~`],
    ['an indented block', (link: string) => `    ${link}`],
    ['escaped brackets', (link: string) => link.replace('[', '\\[')],
    ['an image', (link: string) => `!${link}`],
    ['a raw address', (link: string) => /\((.*)\)/.exec(link)![1]!],
    ['no id', () => '[@Kim](person:kim)'],
    ['an unknown role', () => '[@Alle](role:EVERYBODY)'],
    ['another scheme', (link: string) => link.replace('person:', 'https://person:')],
  ])('none in %s', (_, wrap) => {
    const link = `[@Kim Muster](person:${randomUUID()})`;
    expect(mentionsIn(`Vorab ${link}`)).toHaveLength(1);
    expect(mentionsIn(wrap(link))).toEqual([]);
  });

  it('finds them where people write them', () => {
    const link = `[@Kim Muster](person:${randomUUID()})`;
    for (const text of [
      `> ${link}`,
      `- ${link}`,
      `1. a\n\n    ${link}`,
      `| a | b |\n|---|---|\n| ${link} | x |`,
      `\`a\` ${link} \`b\``,
      `**${link}**`,
      `a \`\` ${link} \``,
    ])
      expect(mentionsIn(text)).toHaveLength(1);
  });

  it('takes no time over what is made to take long', () => {
    const started = performance.now();
    for (const piece of ['[@a](person:', '![[[[', '[@\\', '`` ` ', '> > - ', '```\n', '\\'])
      expect(mentionsIn(`x](role:\n${piece.repeat(40_000 / piece.length)}`.slice(0, 40_000))).toEqual([]);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('whom a mention reaches', () => {
  it('readers among the named, never the author', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const hall = await world.organisation();
    const [author, lead, member] = [
      await world.member(group),
      await world.member(group, 'LEAD'),
      await world.member(group, 'MEMBER', hall),
    ];
    const coordinator = await world.colleague(hall, 'COORDINATOR');
    const seated = await world.colleague(undefined, 'COORDINATOR');
    await world.seat(group, seated);
    const outside = await world.colleague(hall);
    const thread = await world.thread(group, author);
    const reached = async (...links: string[]) => told((await reply(author, thread.id, links.join(' ')))['id']);
    const sorted = (...people: { id: string }[]) => people.map((p) => p.id).toSorted();
    expect(await reached(person(member), person(outside), person(author))).toEqual(sorted(member));
    expect(await reached(organisation(hall))).toEqual(sorted(member));
    expect(await reached(role('COORDINATORS'))).toEqual(sorted(seated));
    expect(await reached(role('GROUP_LEADS'))).toEqual(sorted(lead));
    expect(await reached(role('GROUP_MEMBERS'), person(member))).toEqual(sorted(lead, member, seated));
    expect(await reached('Niemand')).toEqual([]);
    await world.db.workingGroup.update({ where: { id: group.id }, data: { visibility: 'PLATFORM' } });
    expect(await reached(organisation(hall))).toEqual(sorted(member, coordinator, outside));
    expect(await reached(role('COORDINATORS'))).toEqual(sorted(seated, coordinator));
    const editor = await world.official('LAND_EDITOR');
    expect(await reached(role('LAND_EDITORS'))).toEqual(sorted(editor));
    await world.db.affiliation.updateMany({ where: { personId: outside.id }, data: { endedAt: new Date() } });
    expect(await reached(organisation(hall), person(outside))).toEqual(sorted(member, coordinator));
  });

  it('counts as readers whom the policy lets read', async () => {
    const { world } = api;
    const { db } = world;
    const people = [
      await world.person(),
      await world.colleague(),
      await world.colleague(undefined, 'PROVIDER'),
      await world.official('LAND_ADMIN'),
      await world.official('AUDITOR'),
    ];
    for (const visibility of ['PLATFORM', 'MEMBERS'] as const)
      for (const joinPolicy of ['OPEN', 'INVITE'] as const) {
        const group = await world.group({ visibility, joinPolicy });
        const all = [...people, await world.member(group), await world.member(group, 'OBSERVER')];
        for (const [status, until] of [
          ['ACTIVE', -1],
          ['ACTIVE', 1],
          ['REMOVED', null],
          ['REQUESTED', null],
          ['INVITED', null],
        ] as const) {
          const somebody = await world.colleague(undefined, 'PROVIDER');
          await world.seat(group, somebody, 'GUEST', status, until && new Date(Date.now() + until * 60_000));
          all.push(somebody);
        }
        for (const hours of [-1, 1]) {
          const admin = await world.official('LAND_ADMIN');
          await db.readingGrant.create({
            data: { groupId: group.id, personId: admin.id, reason: 'x', expiresAt: new Date(Date.now() + hours * 3_600_000) },
          });
          all.push(admin);
        }
        const counted = await db.$queryRawUnsafe<{ id: string }[]>(
          `WITH ${readersOf('$1::uuid')} SELECT person_id AS id FROM reader WHERE person_id = ANY($2::uuid[])`,
          group.id,
          all.map((p) => p.id),
        );
        const actors = await api.app.get(Actors).byIds(all.map((p) => p.id));
        const allowed: string[] = [];
        for (const actor of actors)
          if (groupPolicy.verdict(actor, 'read', (await groupView(db, actor, group.id, 'none'))!) === true) allowed.push(actor.personId);
        expect(counted.map((r) => r.id).toSorted()).toEqual(allowed.toSorted());
      }
  });

  it('counts as readers of an event exactly those whom the policy lets read it', async () => {
    const { world } = api;
    const { db } = world;
    const by = await world.official('LAND_EDITOR');
    const event = await world.event(by);
    const all = [
      by,
      await world.person(),
      await world.colleague(),
      await world.colleague(undefined, 'PROVIDER'),
      await world.official('AUDITOR'),
    ];
    for (const [role, days] of [
      ['HOST', 1],
      ['GUEST', 1],
      ['GUEST', -1],
    ] as const) {
      const person = await world.person();
      await world.eventSeat(event, person, role, new Date(Date.now() + days * 86_400_000));
      all.push(person);
    }
    const ids = all.map((p) => p.id);
    const counted = await db.$queryRawUnsafe<{ id: string }[]>(
      `WITH ${readersOf('$1::uuid')} SELECT person_id AS id FROM reader WHERE person_id = ANY($2::uuid[])`,
      event.id,
      ids,
    );
    const allowed: string[] = [];
    for (const actor of await api.app.get(Actors).byIds(ids))
      if ((await homeView(db, actor, { sprechstundeId: event.id }, 'none'))!.reads) allowed.push(actor.personId);
    expect(counted.map((r) => r.id).toSorted()).toEqual(allowed.toSorted());
    expect(allowed).toHaveLength(5);
  });

  it('shows the names in the post, and which are the viewer', async () => {
    const { world } = api;
    const group = await world.group();
    const [author, lead] = [await world.member(group), await world.member(group, 'LEAD')];
    const thread = await world.thread(group, author);
    const { id } = await reply(
      author,
      thread.id,
      `${person(lead)} ${organisation(author.organisation)} ${role('GROUP_LEADS')} ${person({ id: randomUUID(), name: 'Niemand' })}`,
    );
    const mentions = (viewer: typeof author) => ask(viewer, 'post', { id }).then((p) => p['mentions'] as object[]);
    const all = (mine: boolean[]) => [
      { kind: 'PERSON', targetId: lead.id, name: lead.name, mine: mine[0] },
      { kind: 'ORGANISATION', targetId: author.organisation.id, name: author.organisation.name, mine: mine[1] },
      { kind: 'ROLE', targetId: 'GROUP_LEADS', name: 'Leitung dieser Arbeitsgruppe', mine: mine[2] },
    ];
    expect(await mentions(lead)).toEqual(all([true, false, true]));
    expect(await mentions(author)).toEqual(all([false, true, false]));
    await ask(author, 'edit', { input: { id, version: 1, body: person(lead) } });
    expect(await mentions(lead)).toHaveLength(1);
  });
});

describe('before sending', () => {
  it('asks again above 20, and leaves more than 200 to the lead', async () => {
    const { world } = api;
    const group = await world.group();
    const [member, lead] = [await world.member(group), await world.member(group, 'LEAD')];
    const thread = await world.thread(group, lead);
    const office = await world.organisation({ name: 'Großes Amt' });
    const staff = async (count: number) => {
      const made = await world.db.person.createManyAndReturn({
        data: Array.from({ length: count }, (_, i) => ({ name: `Kraft ${i}`, email: `${randomUUID()}@x.example` })),
      });
      await world.db.affiliation.createMany({
        data: made.map((p) => ({ personId: p.id, organisationId: office.id, role: 'MEMBER' as const })),
      });
    };
    await staff(20);
    const outsider = await world.person('Ohne Ort');
    const body = `${organisation(office)} ${person(outsider)}`;
    expect(await ask(member, 'check', { groupId: group.id, body })).toEqual({
      recipients: 20,
      unreachable: ['Ohne Ort'],
      needsConfirmation: false,
      refused: false,
    });
    expect((await reply(member, thread.id, body))['no']).toBe(1);
    await staff(1);
    expect(await ask(member, 'check', { groupId: group.id, body })).toMatchObject({
      recipients: 21,
      needsConfirmation: true,
      refused: false,
    });
    expect(await refusal(member, 'reply', replying(thread.id, body))).toBe('mention.confirm_many');
    expect((await reply(member, thread.id, body, { confirmMany: true }))['no']).toBe(2);
    await staff(180);
    expect(await ask(member, 'check', { groupId: group.id, body })).toMatchObject({ recipients: 201, refused: true });
    expect(await refusal(member, 'reply', replying(thread.id, body, { confirmMany: true }))).toBe('mention.too_many');
    const open = { clientMutationId: randomUUID(), groupId: group.id, kind: 'DISCUSSION', title: 'An alle', body };
    expect(await refusal(member, 'open', { input: { ...open, confirmMany: true } })).toBe('mention.too_many');
    expect(await refusal(lead, 'open', { input: open })).toBe('mention.confirm_many');
    expect(await ask(lead, 'check', { groupId: group.id, body })).toMatchObject({
      recipients: 201,
      needsConfirmation: true,
      refused: false,
    });
    expect((await reply(lead, thread.id, body, { confirmMany: true }))['no']).toBe(3);
    const plain = await reply(member, thread.id, 'Ohne');
    expect(await refusal(member, 'edit', { input: { id: plain['id'], version: 1, body, confirmMany: true } })).toBe('mention.too_many');
  });

  it('offers readers, their organisations and roles by text', async () => {
    const { world } = api;
    const group = await world.group({ visibility: 'MEMBERS' });
    const town = await world.organisation({ name: 'Xanten-Probe', title: 'Stadt Xanten-Probe' });
    const [viewer, member] = [await world.member(group), await world.colleague(town)];
    await world.db.person.update({ where: { id: member.id }, data: { name: 'Kim Xantner' } });
    await world.seat(group, member);
    await world.colleague(town);
    const find = async (text: string) => (await ask(viewer, 'candidates', { groupId: group.id, text })) as unknown as object[];
    expect(await find('xant')).toEqual([
      { kind: 'ORGANISATION', targetId: town.id, name: 'Xanten-Probe', detail: 'Stadt Xanten-Probe', recipients: 1 },
      { kind: 'PERSON', targetId: member.id, name: 'Kim Xantner', detail: 'Sachbearbeitung, Xanten-Probe', recipients: 1 },
    ]);
    expect(await find('Mitglieder')).toEqual([
      { kind: 'ROLE', targetId: 'GROUP_MEMBERS', name: 'Mitglieder dieser Arbeitsgruppe', detail: '', recipients: 1 },
    ]);
    expect(await find('%')).toEqual([]);
    expect(await find('')).not.toEqual([]);
    const stranger = await world.colleague();
    expect(await refusal(stranger, 'candidates', { groupId: group.id, text: 'x' })).toBe('forbidden');
    expect(await refusal(stranger, 'check', { groupId: group.id, body: 'x' })).toBe('forbidden');
  });
});
