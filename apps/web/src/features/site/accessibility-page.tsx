import { Section } from '../../ui/section.tsx';
import { BarrierReporting } from './barrier-page.tsx';
import { TextPage } from './text-page.tsx';
import './site.scss';

/** The statement on accessibility; the form to report a barrier belongs to it by law. */
export function AccessibilityPage() {
  return (
    <div className="site-accessibility">
      <TextPage textKey="BARRIEREFREIHEIT" title="Barrierefreiheit" />
      <Section title="Ihre Meldung">
        <BarrierReporting />
      </Section>
    </div>
  );
}
