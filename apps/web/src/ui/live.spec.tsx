import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { barriers } from '../../test/axe.ts';
import { announce, LiveRegion } from './live-region.tsx';
import { RelativeTime } from './relative-time.tsx';
import { LoadingRows } from './states.tsx';
import { ToastProvider, useToast, type ToastMessage } from './toast.tsx';

beforeEach(() => {
  jest.useFakeTimers({ now: Date.parse('2026-11-18T08:40:00Z') });
});
afterEach(() => {
  act(() => jest.runOnlyPendingTimers());
  jest.useRealTimers();
});
const pass = (seconds: number) => act(() => jest.advanceTimersByTime(seconds * 1000));

describe('announcements', () => {
  test('of one moment become one, and equal ones are said once', () => {
    render(<LiveRegion />);
    announce('2 neue Beiträge');
    announce('2 neue Beiträge');
    announce('Verbunden');
    expect(screen.getByRole('status').textContent).toBe('');
    pass(1);
    expect(screen.getByRole('status').textContent).toBe('2 neue Beiträge. Verbunden');
  });

  test('wait while somebody types', () => {
    render(
      <>
        <LiveRegion />
        <input aria-label="Text" />
      </>,
    );
    announce('Neuer Beitrag');
    pass(0.5);
    fireEvent.input(screen.getByRole('textbox'), { target: { value: 'a' } });
    pass(2);
    expect(screen.getByRole('status').textContent).toBe('');
    pass(1);
    expect(screen.getByRole('status').textContent).toBe('Neuer Beitrag');
  });
});

describe('a relative time', () => {
  const at = '2026-11-18T08:28:00Z';

  test('shows the exact time of Berlin on focus and on hover, and Esc hides it', () => {
    render(<RelativeTime at={at} />);
    const time = screen.getByText('vor 12 Minuten');
    fireEvent.focus(time.parentElement!);
    expect(screen.getByRole('tooltip').textContent).toBe('Mittwoch, 18.11.2026, 9:28 Uhr');
    expect(time.parentElement?.getAttribute('aria-describedby')).toBe(screen.getByRole('tooltip').id);
    fireEvent.keyDown(time.parentElement!, { key: 'Escape' });
    expect(screen.queryByRole('tooltip')).toBeNull();
    fireEvent.pointerEnter(time.closest('.ui-time')!);
    expect(screen.getByRole('tooltip')).toBeTruthy();
    fireEvent.pointerLeave(time.closest('.ui-time')!);
    expect(screen.queryByRole('tooltip')).toBeNull();
  });

  test('goes on by itself, without the page being drawn again', () => {
    let drawn = 0;
    function Page() {
      drawn += 1;
      return <RelativeTime at={at} />;
    }
    render(<Page />);
    pass(61);
    expect(screen.getByText('vor 13 Minuten')).toBeTruthy();
    expect(drawn).toBe(1);
  });

  test('can be the lasting address of what happened', async () => {
    jest.useRealTimers();
    const { container } = render(
      <MemoryRouter>
        <RelativeTime at={at} to="/beitrag/1" />
      </MemoryRouter>,
    );
    expect(screen.getByRole('link').getAttribute('href')).toBe('/beitrag/1');
    expect(await barriers(container)).toEqual([]);
    jest.useFakeTimers();
  });
});

describe('a toast with undo', () => {
  const show = (message: Partial<ToastMessage>) => {
    function Page() {
      const toast = useToast();
      return <button onClick={() => toast({ text: 'Beitrag gelöscht', ...message })}>Löschen</button>;
    }
    render(
      <ToastProvider>
        <Page />
      </ToastProvider>,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Löschen' }));
  };

  test('stands ten seconds in a polite region, then the deed is final', () => {
    const log: string[] = [];
    show({ undo: { run: () => log.push('undone') }, onGone: () => log.push('gone') });
    expect(screen.getByRole('status').textContent).toContain('Beitrag gelöscht');
    pass(9.9);
    expect(log).toEqual([]);
    pass(0.2);
    expect(log).toEqual(['gone']);
    expect(screen.queryByText('Beitrag gelöscht')).toBeNull();
  });

  test('takes back what was done, once, and is then gone', () => {
    const log: string[] = [];
    show({ undo: { run: () => log.push('undone') }, onGone: () => log.push('gone') });
    fireEvent.click(screen.getByRole('button', { name: 'Rückgängig' }));
    pass(20);
    expect(log).toEqual(['undone']);
  });

  test('stops its clock while the focus is on it', () => {
    const log: string[] = [];
    show({ undo: { run: () => undefined }, onGone: () => log.push('gone') });
    pass(6);
    act(() => screen.getByRole('button', { name: 'Rückgängig' }).focus());
    pass(60);
    expect(log).toEqual([]);
    act(() => screen.getByRole('button', { name: 'Rückgängig' }).blur());
    pass(3.5);
    expect(log).toEqual([]);
    pass(1);
    expect(log).toEqual(['gone']);
  });
});

test('loading shows nothing for the first 300 ms', () => {
  render(<LoadingRows />);
  pass(0.29);
  expect(screen.queryByRole('status')).toBeNull();
  pass(0.02);
  expect(screen.getByRole('status').textContent).toBe('Wird geladen');
});
