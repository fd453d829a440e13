/** A change of one place. */
export interface Edit {
  file: string;
  /** Stands in the file exactly once; when it does not, the defect has lost its place and says so. */
  from: string;
  to: string;
}

/** A test that has to fall; `test` is a part of its full name. */
export interface Witness {
  workspace: 'apps/api' | 'apps/web';
  /** `typecheck`: the compiler is the witness, and `test` a part of what it says. */
  file: string;
  test: string;
}

/** One mistake that somebody could make, and who would notice. */
export interface Defect {
  name: string;
  /** What is not true any more. */
  breaks: string;
  edits: Edit[];
  caughtBy: Witness;
}

export const api = (file: string, test: string): Witness => ({ workspace: 'apps/api', file, test });
export const web = (file: string, test: string): Witness => ({ workspace: 'apps/web', file, test });
