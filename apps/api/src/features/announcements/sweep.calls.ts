import { randomUUID } from 'node:crypto';
import { draftOf, nobodyIn } from '../../../test/announcements.ts';
import type { Programme, Scene } from '../../../test/sweeps/cast.ts';
import { later, nobody, text } from '../../../test/sweeps/making.ts';
import type { Make } from '../../../test/sweeps/sweep.ts';
import type { Someone } from '../../../test/world.ts';

const of =
  (make: (programme: Programme, scene: Scene) => ReturnType<Make>): Make =>
  async (scene) =>
    make(await scene.programme(), scene);
const published = of(({ announcement: { id } }) => ({ id }));
const draft = of(({ announcementDraft: { id } }) => ({ id }));
const audience = ({ home }: Scene) => ({ ...nobodyIn, organisationIds: [home.id] });
const officeOf = async ({ world }: Scene, actor: Someone | null): Promise<string> =>
  (actor && (await world.db.affiliation.findFirst({ where: { personId: actor.id } })))?.organisationId ?? nobody;

export const calls: Record<string, Make> = {
  announcement: published,
  announcementPdf: published,
  'announcement draft': draft,
  announcements: () => ({}),
  'announcements office': () => ({ filter: { scope: 'OFFICE' } }),
  announcementDrafts: () => ({}),
  audienceReach: (scene) => ({ audience: audience(scene) }),
  audiencePeople: (scene) => ({ audience: audience(scene) }),
  announcementOffices: () => ({}),
  draftAnnouncement: async ({ world }) => ({
    input: { clientMutationId: randomUUID(), officeId: (await world.organisation({ kind: 'LAND_MINISTRY' })).id },
  }),
  'draftAnnouncement own': async (scene, actor) => ({ input: { clientMutationId: randomUUID(), officeId: await officeOf(scene, actor) } }),
  saveAnnouncement: of(({ announcementDraft: { id, version } }) => ({ id, version, draft: draftOf({}) })),
  'saveAnnouncement own': async (scene, actor) => {
    const { announcementDraft: made } = await scene.programme();
    const officeId = await officeOf(scene, actor);
    if (officeId !== nobody) await scene.world.db.announcement.update({ where: { id: made.id }, data: { officeId } });
    return { id: made.id, version: made.version, draft: draftOf({}) };
  },
  discardAnnouncement: draft,
  publishAnnouncement: of(async ({ announcementDraft: { id, version } }, { world, home }) => {
    await world.db.announcement.update({ where: { id }, data: { organisationIds: [home.id] } });
    const expected = await world.db.affiliation.count({ where: { organisationId: home.id, role: { not: 'PROVIDER' } } });
    if (expected === 0) await world.colleague(home);
    return { id, version, expected: Math.max(1, expected) };
  }),
  unscheduleAnnouncement: of(async ({ announcementDraft: { id } }, { world }) => {
    await world.db.announcement.update({ where: { id }, data: { status: 'SCHEDULED', publishAt: later() } });
    return { id };
  }),
  correctAnnouncement: of(({ announcement: { id, version } }) => {
    const { title, summary, body, action } = draftOf({});
    return { input: { id, version, clientMutationId: randomUUID(), title, summary, body, action, links: [], note: text } };
  }),
  withdrawAnnouncement: of(({ announcement: { id } }) => ({ id, reason: text })),
  pinAnnouncement: of(({ announcement: { id } }) => ({ id, until: later() })),
  setAnnouncementComments: of(({ announcement: { id } }) => ({ id, on: false })),
  acknowledgeAnnouncement: of(({ announcement: { id } }, { home }) => ({ id, organisationId: home.id, on: true })),
  remindAnnouncement: published,
  markAnnouncementRead: published,
};
