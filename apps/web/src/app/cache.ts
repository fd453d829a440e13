import type { TypePolicies } from '@apollo/client';

/** Parts without an id belong to the object they stand in: two queries that ask for different fields complete each other. */
const part = { merge: true } as const;

export const typePolicies: TypePolicies = {
  Query: { fields: { viewer: part, home: part } },
  Viewer: { keyFields: [], fields: { viewerCan: part } },
  Organisation: { fields: { tile: part, viewerCan: part } },
  WorkingGroup: { fields: { viewerCan: part } },
  Thread: { fields: { viewerCan: part } },
  Post: { fields: { viewerCan: part, author: part } },
  WorkPackage: { fields: { viewerCan: part } },
  Question: { fields: { viewerCan: part } },
  FaqEntry: { fields: { viewerCan: part } },
  Sprechstunde: { fields: { viewerCan: part } },
  Announcement: { fields: { viewerCan: part, acknowledgements: part, audience: part } },
  Contact: { fields: { viewerCan: part } },
  Draft: { keyFields: ['key'] },
  SiteText: { keyFields: ['key'] },
};
