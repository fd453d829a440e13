import { createContext, use } from 'react';

/** All that the frame shows. The providers fill it; the frame asks nobody itself. */
export type ShellData = {
  /** Nobody is signed in: null. The frame then has no navigation. */
  viewer: {
    name: string;
    organisation: { name: string; code: string; kind: 'mine' | 'land' };
    /** Which square of the sign is lit: the official key of the Kreis or of anything in it, or `all` for the Land. */
    sign: string;
    /** Has no place anywhere yet: only the way in is open. */
    newcomer: boolean;
    mayAdminister: boolean;
    /** Only for those who work for several: whom they write for. */
    organisations: readonly { id: string; name: string; current: boolean }[];
  } | null;
  /** Marks behind the sections, by their address. */
  news: Readonly<Record<string, number>>;
  newNotices: number;
  pinned: readonly { to: string; label: string; news: number }[];
  /** `ended` with the session: nothing heals that but a new sign-in. */
  connection: 'online' | 'lost' | 'ended';
  /** Questions do not reach the server. */
  away: boolean;
  /** Without the server: of when a page is that this device kept, by its address. */
  standing: Readonly<Record<string, string>>;
  /** The sign-in is over, or ends soon and cannot be prolonged: since or until when, and the way to a new one. */
  session: { state: 'ending'; endsAt: number; signIn: () => void } | { state: 'ended'; signIn: () => void } | null;
  /** Shown at the end of the footer, for instance that all persons are invented. */
  remark: string | null;
  chooseOrganisation: (id: string) => void;
  signOut: () => void;
};

export const nobody: ShellData = {
  viewer: null,
  news: {},
  newNotices: 0,
  pinned: [],
  connection: 'online',
  away: false,
  standing: {},
  session: null,
  remark: null,
  chooseOrganisation: () => undefined,
  signOut: () => undefined,
};

export const ShellDataContext = createContext<ShellData>(nobody);
export const useShellData = (): ShellData => use(ShellDataContext);
