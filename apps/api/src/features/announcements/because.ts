import type { OrganisationKind } from '@kollab/contract';
import type { Announcement, Organisation } from '../../generated/prisma/client.ts';
import type { Actor } from '../../platform/auth/actor.ts';
import type { Db } from '../../platform/database/database.ts';
import { inOrder } from '../../platform/graphql/loaders.ts';
import { groupLabel, visibleGroups } from '../working-groups/index.ts';
import type { AnnouncementView } from './policy.ts';

const nouns: Record<OrganisationKind, string> = {
  LAND_MINISTRY: 'ein Ministerium',
  LAND_AUTHORITY: 'eine Landesbehörde',
  LANDKREIS: 'ein Landkreis',
  KREISFREIE_STADT: 'kreisfreie Stadt',
  EINHEITSGEMEINDE: 'Einheitsgemeinde',
  VERBANDSGEMEINDE: 'Verbandsgemeinde',
  MITGLIEDSGEMEINDE: 'Mitgliedsgemeinde',
  ASSOCIATION: 'ein Verband',
  IT_PROVIDER: 'ein IT-Dienstleister',
  BUND: 'eine Stelle des Bundes',
  OTHER_LAND: 'eine Stelle eines anderen Landes',
  OTHER: 'eine weitere Stelle',
};

type Places = Pick<Announcement, 'kinds' | 'kreisIds' | 'organisationIds'>;
type Place = Organisation & { parent: (Organisation & { parent: Organisation | null }) | null };
/** An organisation with those in which it lies. */
export const withParents = { parent: { include: { parent: true } } };
const within = (place: Place): (Organisation | null | undefined)[] => [place, place.parent, place.parent?.parent];

/** Why it went to that organisation, as a fact about it: "weil Halle (Saale) kreisfreie Stadt ist". */
export function becauseOf(place: Place, { kinds, kreisIds, organisationIds }: Places): string {
  const kreis = within(place).find((each) => each && kreisIds.includes(each.id));
  if (organisationIds.includes(place.id)) return `weil ${place.name} ausdrücklich angesprochen ist`;
  if (kinds.includes(place.kind) && kreis && kreis.id !== place.id) return `weil ${place.name} ${nouns[place.kind]} im ${kreis.title} ist`;
  if (kinds.includes(place.kind)) return `weil ${place.name} ${nouns[place.kind]} ist`;
  return kreis && kreis.id !== place.id ? `weil ${place.name} zum ${kreis.title} gehört` : `weil ${place.name} angesprochen ist`;
}

/** For each announcement the sentence why the viewer gets it; null where it is not addressed to them. */
export async function reasonsOf(db: Db, actor: Actor, views: readonly (AnnouncementView & Announcement)[]): Promise<(string | null)[]> {
  const ids = views.filter((view) => view.addressed).map((view) => view.id);
  if (ids.length === 0) return views.map(() => null);
  const now = new Date();
  const [places, groups] = await Promise.all([
    db.announcementOrganisation.findMany({
      where: { announcementId: { in: ids }, organisationId: { in: actor.affiliations.map((a) => a.organisationId) } },
      include: { organisation: { include: withParents } },
      orderBy: [{ organisation: { name: 'asc' } }, { organisationId: 'asc' }],
    }),
    db.announcementGroup.findMany({
      where: {
        announcementId: { in: ids },
        group: { memberships: { some: { personId: actor.personId, status: 'ACTIVE', OR: [{ until: null }, { until: { gt: now } }] } } },
      },
      include: { group: true },
      orderBy: [{ group: { number: 'asc' } }, { groupId: 'asc' }],
    }),
  ]);
  const rolesAt = Map.groupBy(actor.affiliations, (a) => a.organisationId);
  return views.map((view) => {
    if (!view.addressed) return null;
    const reaches = (organisationId: string) =>
      (rolesAt.get(organisationId) ?? []).some((a) => a.role !== 'PROVIDER' && (view.roles.length === 0 || view.roles.includes(a.role)));
    const place = places.find((p) => p.announcementId === view.id && reaches(p.organisationId));
    if (place) return becauseOf(place.organisation, view);
    const seat = groups.find((g) => g.announcementId === view.id);
    return seat ? `weil Sie in „${groupLabel(seat.group)}“ mitarbeiten` : null;
  });
}

/** The audience as its author chose it, with names; of the groups only those that the viewer may see. */
export async function audiencesOf(db: Db, actor: Actor, rows: readonly Announcement[]) {
  const [organisations, groups] = await Promise.all([
    db.organisation.findMany({ where: { id: { in: rows.flatMap((r) => [...r.kreisIds, ...r.organisationIds, ...r.exceptIds]) } } }),
    db.workingGroup.findMany({ where: { AND: [{ id: { in: rows.flatMap((r) => r.groupIds) } }, visibleGroups(actor)] } }),
  ]);
  const byIds = (ids: string[]) => inOrder(ids, organisations, (o) => o.id).filter((o) => o !== null);
  return rows.map(({ kinds, kreisIds, organisationIds, groupIds, roles, exceptIds }) => ({
    kinds,
    roles,
    kreise: byIds(kreisIds),
    organisations: byIds(organisationIds),
    groups: inOrder(groupIds, groups, (g) => g.id).filter((g) => g !== null),
    except: byIds(exceptIds),
  }));
}
