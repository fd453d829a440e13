import { useEffect } from 'react';

/** The name of the whole, behind the name of each page. */
export const siteTitle = 'Gemeinsam Digital Sachsen-Anhalt';

/** The document's title, for tabs, bookmarks and screen readers. */
export function usePageTitle(title: string): void {
  useEffect(() => {
    document.title = `${title} – ${siteTitle}`;
  }, [title]);
}
