/** Where a thread opens: from which post on it is loaded, and what is brought into view. */
export type Start = { from: number; show: { no: number } | 'top' | 'end' };

/** Some posts before the one that is meant, so that it stands in its context. */
const context = 10;

export function whereToStart({ lastNo, readNo, wanted }: { lastNo: number; readNo: number; wanted: number | null }): Start {
  if (wanted !== null && wanted >= 1 && wanted <= lastNo) return { from: nearStart(wanted - context), show: { no: wanted } };
  if (readNo <= 0) return { from: 1, show: 'top' };
  if (readNo < lastNo) return { from: nearStart(readNo), show: { no: readNo + 1 } };
  return { from: nearStart(lastNo - context + 1), show: 'end' };
}

/** To fold away two or three posts is not worth a click. */
const nearStart = (no: number): number => (no <= 4 ? 1 : no);
