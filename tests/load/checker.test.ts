// The checker over logs written by hand: each thing that must not be is named, and a good run is not.
import { describe, expect, test } from 'vitest';
import { check, type Evidence, type StoredRow } from './checker.ts';
import type { LogLine } from './operation-log.ts';

const choice = { kind: 'options' as const, options: ['A'] };
const begun = (operation: string, phone = 'P1', at = 1_000): LogLine => ({
	at,
	phone,
	what: 'invoke',
	operation,
	roundId: 'r',
	questionId: 'q',
	choice
});
const ok = (operation: string, sequence: number, phone = 'P1', at = 1_050): LogLine => ({
	at,
	phone,
	what: 'ok',
	operation,
	sequence,
	savedAt: 0
});
const row = (operation: string, sequence: number, more: Partial<StoredRow> = {}): StoredRow => ({
	operation,
	phone: 'P1',
	roundId: 'r',
	questionId: 'q',
	choice: { options: ['A'], kind: 'options' },
	sequence,
	ordinal: 1,
	receivedAt: 501_020,
	closesAt: 510_000,
	mayChange: true,
	...more
});
const evidence = (log: LogLine[], stored: StoredRow[], more: Partial<Evidence> = {}): Evidence => ({
	log,
	stored,
	clockOffsetMs: 500_000,
	clockErrorMs: 10,
	differing: [],
	isChainWhole: true,
	...more
});
const found = (given: Evidence) => check(given).violations.map(({ what }) => what);

describe('a good run', () => {
	test('an acknowledged answer, one that was unknown for a while, one that was refused', () => {
		const log: LogLine[] = [
			begun('a'),
			ok('a', 1),
			begun('b', 'P2'),
			{ at: 4_000, phone: 'P2', what: 'unknown', operation: 'b' },
			ok('b', 2, 'P2', 4_500),
			begun('c', 'P3'),
			{ at: 1_100, phone: 'P3', what: 'fail', operation: 'c', code: 'answer/too-late' },
			{ at: 900, phone: 'P1', what: 'shows', version: 3 },
			{ at: 950, phone: 'P1', what: 'shows', version: 5 }
		];
		const stored = [row('a', 1), row('b', 2, { phone: 'P2', receivedAt: 504_400 })];
		expect(check(evidence(log, stored))).toEqual({
			invoked: 3,
			acknowledged: 2,
			refused: 1,
			stored: 2,
			violations: []
		});
	});

	test('a change of mind has an ordinal of its own', () => {
		const log = [begun('a'), ok('a', 1), begun('b'), ok('b', 2)];
		expect(found(evidence(log, [row('a', 1), row('b', 2, { ordinal: 2 })]))).toEqual([]);
	});
});

describe('what must not be', () => {
	test('INV-1: a receipt without a row', () => {
		expect(found(evidence([begun('a'), ok('a', 1)], []))).toEqual(['lost']);
	});

	test('INV-1: a row twice', () => {
		const twice = [row('a', 1), row('a', 2, { ordinal: 2 })];
		expect(found(evidence([begun('a'), ok('a', 1)], twice))).toContain('doubled');
	});

	test('INV-2: a row nobody sent, a row of one who was refused, a row that says something else', () => {
		expect(found(evidence([], [row('a', 1)]))).toEqual(['unknown']);
		const refused: LogLine = { at: 1_100, phone: 'P1', what: 'fail', operation: 'a', code: 'answer/too-late' };
		expect(found(evidence([begun('a'), refused], [row('a', 1)]))).toEqual(['unknown']);
		const other = row('a', 1, { choice: { kind: 'options', options: ['B'] } });
		expect(found(evidence([begun('a'), ok('a', 1)], [other]))).toEqual(['differs']);
		expect(found(evidence([begun('a'), ok('a', 1)], [row('a', 7)]))).toEqual(['differs']);
	});

	test('INV-3: two answers that both count', () => {
		const log = [begun('a'), ok('a', 1), begun('b'), ok('b', 2)];
		expect(found(evidence(log, [row('a', 1), row('b', 2)]))).toEqual(['two effective answers']);
		const changed = [row('a', 1, { mayChange: false }), row('b', 2, { ordinal: 2, mayChange: false })];
		expect(found(evidence(log, changed))).toEqual(['two effective answers']);
	});

	test('INV-4: taken after the close, or at a moment that only a phone can have named', () => {
		const late = row('a', 1, { receivedAt: 501_030, closesAt: 501_025 });
		expect(found(evidence([begun('a'), ok('a', 1)], [late]))).toEqual(['late']);
		const backdated = row('a', 1, { receivedAt: 400_000, closesAt: 500_500 });
		expect(found(evidence([begun('a'), ok('a', 1)], [backdated]))).toEqual(['time', 'late']);
		const ahead = row('a', 1, { receivedAt: 505_000 });
		expect(found(evidence([begun('a'), ok('a', 1)], [ahead]))).toEqual(['time']);
	});

	test('INV-12: an answer that was never decided', () => {
		const doubt: LogLine = { at: 4_000, phone: 'P1', what: 'unknown', operation: 'a' };
		expect(found(evidence([begun('a'), doubt], []))).toEqual(['unresolved']);
	});

	test('INV-6: a screen that goes back', () => {
		const shown = [7, 6].map((version): LogLine => ({ at: version, phone: 'P1', what: 'shows', version }));
		expect(found(evidence(shown, []))).toEqual(['stale screen']);
	});

	test('INV-5, INV-7, INV-8: a key too early, two results, a broken chain', () => {
		const leak: LogLine = { at: 1, phone: 'P1', what: 'leak', text: '42["stage",…' };
		const bad = evidence([leak], [], { differing: ['TS1 has 3, not 4'], isChainWhole: false });
		expect(found(bad)).toEqual(['leak', 'result', 'chain']);
	});
});
