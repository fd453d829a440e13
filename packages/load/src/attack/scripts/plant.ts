import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { document, send } from '../ask.ts';

export interface Payload {
  n: number;
  text: string;
}
/** A page, and what must stand on it: else nothing was tried there. */
export interface Shown {
  path: string;
  texts: string[];
}
/** One line of a text, known again by its place and number. */
const line = (place: string, { n, text }: Payload): string => `${place}${n} ${text}`;
/** Markdown turns a payload into something else: the words before and after it remain. */
const block = (place: string, { n, text }: Payload): string => `${place}${n}beginnt\n\n${text}\n\n${place}${n}endet`;
const around = (place: string, { n }: Payload): string[] => [`${place}${n}beginnt`, `${place}${n}endet`];

/** Puts the payloads where people write: through the inputs; what these refuse, and what has no input, past them by SQL. */
export class Planter {
  through = 0;
  past = 0;
  private readonly db: pg.Client;
  private readonly url: string;
  private readonly token: () => string;
  private readonly viewer: string;

  constructor(db: pg.Client, url: string, token: () => string, viewer: string) {
    [this.db, this.url, this.token, this.viewer] = [db, url, token, viewer];
  }

  /** The id that the mutation answers with, or null when the input was refused as such. */
  private async ask(field: string, input: string, args: Record<string, unknown>, answer = '{ id }'): Promise<string | null> {
    const query = `mutation(${input}) { made: ${field} ${answer} }`;
    const { status, body } = await send(this.url, document(this.token(), query, args));
    const { data, errors } = JSON.parse(body) as {
      data?: { made: { id?: string } | null };
      errors?: { message: string; extensions?: { code?: string } }[];
    };
    if (data?.made) {
      this.through++;
      return data.made.id ?? '';
    }
    if (errors?.[0]?.extensions?.code !== 'invalid') throw new Error(`${field}: ${status} ${body.slice(0, 300)}`);
    this.past++;
    return null;
  }

  private async row(table: string, values: Record<string, unknown>): Promise<string> {
    const columns = Object.keys(values);
    const text = `INSERT INTO ${table} (id, ${columns.join(', ')}) VALUES (gen_random_uuid(), ${columns.map((_, i) => `$${i + 1}`).join(', ')}) RETURNING id`;
    return (await this.db.query<{ id: string }>(text, Object.values(values))).rows[0]!.id;
  }

  /** A group with everything in it: one payload a row, each in every place. */
  async group(part: readonly Payload[]): Promise<{ pages: Shown[]; mails: string[] }> {
    const [first] = part as [Payload];
    const organisations: string[] = [];
    const people: string[] = [];
    for (const payload of part) {
      this.past += 4; // names come from the directory and from the sign-in
      const named = { name: line('orgname', payload), title: line('orgtitel', payload), code: 'ORT' };
      const organisation = await this.row('organisation', { key: randomUUID(), kind: 'EINHEITSGEMEINDE', ...named, mail_domains: [] });
      const person = await this.row('person', { name: line('name', payload), email: `${randomUUID()}@ort.example` });
      const seat = { person_id: person, organisation_id: organisation };
      await this.row('affiliation', { ...seat, role: 'MEMBER', function: line('amt', payload) });
      organisations.push(organisation);
      people.push(person);
    }
    const longText = part.map((payload) => block('mandat', payload)).join('\n\n');
    const groupInput = {
      clientMutationId: randomUUID(),
      name: line('gruppe', first),
      goal: line('ziel', first),
      mandate: longText,
      programme: part
        .slice(0, 10)
        .map((payload) => block('programm', payload))
        .join('\n\n'),
      joinPolicy: 'OPEN',
      visibility: 'PLATFORM',
      links: part
        .filter((payload) => line('link', payload).length <= 120)
        .slice(0, 20)
        .map((payload) => ({ title: line('link', payload), body: line('linktext', payload).slice(0, 120), url: 'https://ort.example/' })),
    };
    const made = 'createWorkingGroup(input: $input)';
    let group = await this.ask(made, '$input: WorkingGroupInput!', { input: groupInput });
    if (group === null) {
      group = await this.ask(made, '$input: WorkingGroupInput!', {
        input: { ...groupInput, name: `gruppe${first.n}`, goal: `ziel${first.n}`, mandate: '', programme: '' },
      });
      const { name, goal, mandate, programme } = groupInput;
      await this.db.query('UPDATE working_group SET name = $2, goal = $3, mandate = $4, programme = $5 WHERE id = $1', [
        group,
        name,
        goal,
        mandate,
        programme,
      ]);
    }
    // No input takes such an address; a link of an older version or of an import may have one.
    for (const [i, payload] of part.entries()) {
      this.past++;
      const url = /(?:java\s?script|data|vbscript):[^)>\s"]*/i.exec(payload.text)?.[0] ?? payload.text;
      await this.row('group_link', {
        group_id: group,
        position: 100 + i,
        title: line('verweis', payload),
        body: line('verweistext', payload),
        url,
      });
    }
    const titled: string[] = [];
    // Two, so that one goes over into the other in the same page.
    const threads = [await this.thread(group!, block('stand', first)), await this.thread(group!, block('stand', first))];
    for (const [i, payload] of part.entries()) {
      const clientMutationId = randomUUID();
      const [title, description] = [line('paket', payload), block('inhalt', payload)];
      const work = {
        clientMutationId,
        title,
        description,
        responsible: line('wer', payload),
        due: 'bald',
        subGoals: [{ title: line('schritt', payload), done: false }],
      };
      const save = 'saveWorkPackage(groupId: $group, input: $input)';
      if ((await this.ask(save, '$group: ID!, $input: WorkPackageInput!', { group, input: work })) === null) {
        const id = await this.row('work_package', {
          group_id: group,
          position: 200 + i,
          title,
          description,
          responsible: work.responsible,
          due: '',
        });
        await this.row('sub_goal', { work_package_id: id, position: 1, title: line('schritt', payload), done: false });
      }
      titled.push(line('thema', payload));
      const threadInput = { clientMutationId, groupId: group, kind: 'DISCUSSION', title: titled.at(-1), body: 'Anfang' };
      const opened = 'openThread(input: $input)';
      if ((await this.ask(opened, '$input: OpenThreadInput!', { input: threadInput })) === null) {
        const id = await this.ask(opened, '$input: OpenThreadInput!', { input: { ...threadInput, title: 'Thema' } });
        await this.db.query('UPDATE thread SET title = $2 WHERE id = $1', [id, titled.at(-1)]);
      }
      const input = { clientMutationId: randomUUID(), threadId: threads[i % 2], body: block('beitrag', payload) };
      const post = await this.ask('reply(input: $input)', '$input: ReplyInput!', { input });
      await this.db.query('UPDATE post SET author_id = $2, organisation_id = $3, function = $4 WHERE id = $1', [
        post,
        people[i],
        organisations[i],
        line('amt', payload),
      ]);
      const seat = { group_id: group, person_id: people[i], organisation_id: organisations[i], role: 'MEMBER', status: 'ACTIVE' };
      await this.row('group_membership', { ...seat, statement: payload.text, joined_at: new Date() });
      const notice = { person_id: this.viewer, kind: 'DECISION', cause: randomUUID(), group_id: group };
      await this.row('notice', { ...notice, actor_name: line('akteur', payload), detail: line('einzelheit', payload) });
      const named = { organisation: organisations[i], email: `${randomUUID()}@ort.example` };
      const name = 'nameCoordinator(organisationId: $organisation, email: $email)';
      await this.ask(name, '$organisation: ID!, $email: String!', named);
    }
    const each = (...places: string[]): string[] => places.flatMap((place) => part.map((payload) => line(place, payload)));
    const marks = (place: string, some = part): string[] => some.flatMap((payload) => around(place, payload));
    const path = `/arbeitsgruppen/${group}`;
    const about = [
      line('gruppe', first),
      line('ziel', first),
      ...groupInput.links.map(({ title }) => title),
      ...marks('mandat'),
      ...marks('programm', part.slice(0, 10)),
    ];
    return {
      pages: [
        { path, texts: [...about, ...each('verweis', 'verweistext', 'paket', 'wer', 'schritt'), ...marks('inhalt')] },
        { path: `${path}/mitglieder`, texts: each('name') },
        { path: `${path}/diskussionen`, texts: titled },
        ...threads.map((thread, t) => {
          const here = part.filter((_, i) => i % 2 === t);
          const names = ['name', 'amt'].flatMap((place) => here.map((payload) => line(place, payload)));
          return { path: `${path}/diskussionen/${thread}`, texts: [...around('stand', first), ...marks('beitrag', here), ...names] };
        }),
        { path: `/kommunen/${organisations[0]}`, texts: [line('orgtitel', first), line('name', first), line('amt', first)] },
      ],
      mails: each('orgtitel'),
    };
  }

  private async thread(group: string, stand: string): Promise<string> {
    const input = { clientMutationId: randomUUID(), groupId: group, kind: 'DISCUSSION', title: 'Alles', body: 'Anfang' };
    const id = (await this.ask('openThread(input: $input)', '$input: OpenThreadInput!', { input }))!;
    await this.ask('writeStand(id: $id, version: 1, text: $text)', '$id: ID!, $text: String!', { id, text: stand });
    return id;
  }

  /** What belongs to no group: the texts of the Land, reports of barriers, requests of people without an organisation. */
  async elsewhere(all: readonly Payload[]): Promise<Shown[]> {
    const pages: Shown[] = [];
    const texts = [
      ['IMPRESSUM', '/impressum'],
      ['DATENSCHUTZ', '/datenschutz'],
      ['BARRIEREFREIHEIT', '/barrierefreiheit'],
    ] as const;
    for (const [i, [key, path]] of texts.entries()) {
      const part = all.filter((_, j) => j % texts.length === i);
      const body = part.map((payload) => block('text', payload)).join('\n\n');
      const { rows } = await this.db.query<{ version: number }>('SELECT version FROM site_text WHERE key = $1', [key]);
      const args = { version: rows[0]?.version ?? 0, body };
      await this.ask(`setSiteText(key: ${key}, version: $version, body: $body)`, '$version: Int!, $body: String!', args, '{ key }');
      pages.push({ path, texts: part.flatMap((payload) => around('text', payload)) });
    }
    const some = all.slice(0, 29);
    const each = (place: string): string[] => some.map((payload) => line(place, payload));
    // Nobody may report thirty barriers a minute.
    const input = { clientMutationId: randomUUID(), problem: each('meldung').join('\n').slice(0, 5_000), page: '', contact: '' };
    await this.ask('reportBarrier(input: $input)', '$input: BarrierReportInput!', { input }, '');
    for (const payload of some.slice(1)) {
      await this.row('barrier_report', {
        problem: line('barriere', payload),
        page: line('seite', payload),
        contact: line('kontakt', payload),
      });
      const person = await this.row('person', { name: line('fremd', payload), email: `${randomUUID()}@ort.example` });
      await this.row('affiliation_request', { person_id: person, statement: line('bitte', payload) });
      this.past += 5;
    }
    pages.push({
      path: '/verwaltung/barrieren',
      texts: [...each('barriere').slice(1), ...each('kontakt').slice(1), ...each('meldung').slice(0, 20)],
    });
    pages.push({ path: '/verwaltung/anfragen', texts: each('bitte').slice(1) });
    return pages;
  }
}
