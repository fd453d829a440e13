import type { OrganisationKind } from '@kollab/contract';
import type { Db } from '../../platform/database/database.ts';

/** A public body as prisma/seed states it; a spec holds the two together. */
export interface SeedBody {
  readonly key: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly title: string;
  readonly code: string | null;
  readonly ags: string | null;
  readonly ars: string | null;
  readonly parent: string | null;
  readonly population: number | null;
  readonly lat: number | null;
  readonly lon: number | null;
  readonly tile: { readonly column: number; readonly row: number } | null;
}

export interface Seeded {
  created: number;
  changed: number;
}

/**
 * Brings the bodies of the seed into the database, by key; run again it changes nothing. What the installation says
 * itself (mail domains) and bodies that the seed no longer names stay.
 */
export async function seedBodies(db: Db, bodies: readonly SeedBody[]): Promise<Seeded> {
  const known = new Map((await db.organisation.findMany()).map((row) => [row.key, row]));
  const stated = new Map(bodies.map((body) => [body.key, body]));
  const facts = bodies.map(({ parent, tile, code, ...body }) => ({
    ...body,
    // A Mitgliedsgemeinde acts through its Verbandsgemeinde and shows that one's mark.
    code: code ?? (parent && stated.get(parent)?.code) ?? '',
    tileColumn: tile?.column ?? null,
    tileRow: tile?.row ?? null,
  }));
  const missing = facts.filter((fact) => !known.has(fact.key));
  await db.organisation.createMany({ data: missing });

  // Parents need their rows first.
  const ids = new Map((await db.organisation.findMany({ select: { id: true, key: true } })).map(({ key, id }) => [key, id]));
  let changed = 0;
  for (const fact of facts) {
    const { parent } = stated.get(fact.key)!;
    const row = { ...fact, parentId: parent === null ? null : (ids.get(parent) ?? null) };
    const before = known.get(fact.key);
    const same = before && (Object.keys(row) as (keyof typeof row)[]).every((column) => row[column] === before[column]);
    if (same || (!before && row.parentId === null)) continue;
    await db.organisation.update({ where: { key: fact.key }, data: row });
    if (before) changed++;
  }
  return { created: missing.length, changed };
}
