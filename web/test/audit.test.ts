import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { type Entry, firstBroken } from '../src/console/audit/entry';

const { value } = JSON.parse(readFileSync('../events/src/test/resources/golden/rejoinder.audit.entry.v1.json', 'utf8')) as { value: Entry };

it('finds that an entry says what its hash was made of, and that another does not', async () => {
  expect(await firstBroken([value])).toBeNull();
  expect(await firstBroken([{ ...value, at: '2020-01-01T00:00:00Z' }])).toBe(value.number);
});

it('finds a hole', async () => {
  expect(await firstBroken([value, { ...value, number: value.number + 2 }])).toBe(value.number + 2);
});
