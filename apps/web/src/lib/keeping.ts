import { ApolloLink } from '@apollo/client';
import { tap } from 'rxjs';

export interface Passed {
  operation: ApolloLink.Operation;
  result: ApolloLink.Result;
  /** When it came. */
  at: number;
  /** The page that asked. */
  path: string;
}
export interface Keeper {
  request: ApolloLink.RequestHandler;
  /** An answer that came before the keeper. */
  take: (passed: Passed) => void;
}
/** What the frame says while the server is not reached: by address, since each page may be of another time. */
export interface Standing {
  away: boolean;
  words: Readonly<Record<string, string>>;
}

/** Where the keeper of answers stands once it is here. It comes after the first page, and takes what was answered meanwhile. */
class Keeping extends ApolloLink {
  private keeper: Keeper | null = null;
  private passed: Passed[] = [];
  private readonly listeners = new Set<() => void>();
  standing: Standing = { away: false, words: {} };

  constructor() {
    super((operation, forward) => {
      if (this.keeper) return this.keeper.request(operation, forward);
      const path = location.pathname;
      return forward(operation).pipe(
        tap((result) => {
          const passed = { operation, result, at: Date.now(), path };
          if (this.keeper) this.keeper.take(passed);
          // Where it never comes, nothing heaps up.
          else if (this.passed.length < 50) this.passed.push(passed);
        }),
      );
    });
  }

  give(keeper: Keeper): void {
    this.keeper = keeper;
    for (const passed of this.passed.splice(0)) keeper.take(passed);
  }

  stand(standing: Standing): void {
    this.standing = standing;
    for (const listener of this.listeners) listener();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
}

/** One a page load, as the client is. */
export const keeping = new Keeping();
