import { describe, expect, it } from '@jest/globals';
import { shapes } from './shapes.ts';

const { buildValidator } = shapes.compilersFactory;
const envelope = { type: 'object', properties: { query: { type: 'string' }, variables: { type: ['object', 'null'] } } };
const look = buildValidator()({ schema: envelope });

describe('the shape of a request', () => {
  it.each([{}, { query: '{ a }' }, { query: '', variables: null }, { variables: { a: [1] } }, { other: 1 }])('is that of %j', (value) => {
    expect(look(value)).toEqual({ value });
  });
  it.each([null, [], 'query', 1, { query: 1 }, { query: null }, { variables: [] }, { variables: '{}' }])('is not that of %j', (value) => {
    expect(look(value)).toHaveProperty('error');
  });
  it('is said in words that are looked at, or not at all', () => {
    const bounded = { type: 'object', properties: { query: { type: 'string', maxLength: 9 } } };
    expect(() => buildValidator()({ schema: bounded })).toThrow('maxLength');
  });
});
