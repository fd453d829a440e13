import { afterEach, beforeEach, expect, it, jest } from '@jest/globals';
import { FrameLimit } from './frame-limit.ts';

beforeEach(() => {
  jest.useFakeTimers();
});
afterEach(() => {
  jest.useRealTimers();
});
const passed = (limit: FrameLimit, frames: number): number => Array.from({ length: frames }, () => limit.allows()).filter(Boolean).length;

it('lets 300 frames through in ten seconds, and begins anew after them', () => {
  const limit = new FrameLimit();
  expect(passed(limit, 301)).toBe(300);
  jest.advanceTimersByTime(10_000);
  expect(passed(limit, 1)).toBe(0);
  jest.advanceTimersByTime(1);
  expect(passed(limit, 400)).toBe(300);
  jest.advanceTimersByTime(9_000);
  expect(passed(limit, 1)).toBe(0);
});
