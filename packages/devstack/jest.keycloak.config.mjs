import base from './jest.config.mjs';

/** The real server is fetched and started here, so this runs by `npm run test:keycloak` only. */
export default { ...base, testMatch: ['<rootDir>/src/keycloak/parity-spec.ts'], testTimeout: 60_000 };
