export type RequestProps = { membershipId: string; /** Who asks, as the row names them. */ name: string };

/** What shows requests and seats; others hear of it by events. */
export const seenRequests = { refetchQueries: ['GroupRequests', 'WorkingGroupMembers', 'GroupBesetzung', 'GroupWaiting', 'Home'] };
