interface Named {
  no: number | null;
  title: string;
  series: { name: string } | null;
}

/** "28. OZG-Sprechstunde: Gewerbesteuer digital": how an event is called in sentences, mails and calendars. */
export const eventLabel = ({ no, title, series }: Named): string =>
  series ? `${no === null ? '' : `${no}. `}${series.name}: ${title}` : title;
