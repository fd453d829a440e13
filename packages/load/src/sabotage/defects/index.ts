import type { Defect } from './defect.ts';
import { edges } from './edges.ts';
import { live } from './live.ts';
import { rights } from './rights.ts';
import { writes } from './writes.ts';

export const defects: readonly Defect[] = [...rights, ...live, ...writes, ...edges];
