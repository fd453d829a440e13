import { Injectable } from '@nestjs/common';

/** Rows of one table that are a person's. In `where`, $1 is the person, $2 their mail address (empty, where it is not proven), and `t` the row. */
export interface OwnSection {
  table: string;
  title: string;
  where: string;
  /** Columns that are not the person's: secrets, and texts of others. */
  without?: readonly string[];
}

/**
 * R10, Art. 15: everything stored about a person. Each feature says it of its own tables, in its module; a test derives from
 * the database which tables have to be among them.
 */
@Injectable()
export class OwnData {
  private readonly all: OwnSection[] = [];

  hold(sections: readonly OwnSection[]): void {
    this.all.push(...sections);
  }

  /** The person first, then by title. */
  get sections(): readonly OwnSection[] {
    const rank = ({ table }: OwnSection) => (table === 'person' ? 0 : 1);
    return this.all.toSorted((a, b) => rank(a) - rank(b) || a.title.localeCompare(b.title, 'de'));
  }
}

/** Both parameters are named in each statement: PostgreSQL wants as many as are sent. */
export const statementOf = ({ table, where, without = [] }: OwnSection): string =>
  `SELECT to_jsonb(t)${without.map((column) => ` - '${column}'`).join('')} AS row FROM "${table}" t WHERE $1::uuid IS NOT NULL AND $2::text IS NOT NULL AND (${where})`;
