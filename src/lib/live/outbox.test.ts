// F-41: what the phone has not been told about survives a reload, one answer to each question.
import { expect, test } from 'vitest';
import { openOutbox, type Keep } from './outbox.ts';

function storage(): Keep & { kept: Map<string, string> } {
	const kept = new Map<string, string>();
	return {
		kept,
		getItem: (key) => kept.get(key) ?? null,
		setItem: (key, value) => void kept.set(key, value),
		removeItem: (key) => void kept.delete(key)
	};
}

const to = (questionId: string, option: string) => ({
	roundId: 'round',
	questionId,
	choice: { kind: 'options' as const, options: [option] },
	device: { epoch: 1, counter: 1 }
});

test('a later answer takes the place of an undecided one to the same question and of no other', () => {
	const keep = storage();
	const outbox = openOutbox('TS01', keep);
	const first = outbox.put(to('one', 'A'));
	const second = outbox.put(to('two', 'B'));
	const third = outbox.put(to('one', 'C'));
	expect(outbox.waiting).toEqual([second, third]);
	expect(outbox.holds(first.operation)).toBe(false);
	expect(openOutbox('TS01', keep).waiting).toEqual([second, third]);
	expect(openOutbox('TS02', keep).waiting).toEqual([]);
});

test('an answer is forgotten once it is decided, and nothing else', () => {
	const keep = storage();
	const outbox = openOutbox('TS01', keep);
	const { operation } = outbox.put(to('one', 'A'));
	const other = outbox.put(to('two', 'B'));
	outbox.settle('unknown');
	outbox.settle(operation);
	expect(openOutbox('TS01', keep).waiting).toEqual([other]);
	outbox.settle(other.operation);
	expect(keep.kept.size).toBe(0);
});

test('full, forbidden or spoilt storage costs nothing but what a reload would have saved', () => {
	const refuse = () => {
		throw new Error('QuotaExceededError');
	};
	const outbox = openOutbox('TS01', { getItem: refuse, setItem: refuse, removeItem: refuse });
	const answer = outbox.put(to('one', 'A'));
	expect(outbox.waiting).toEqual([answer]);
	outbox.settle(answer.operation);
	expect(outbox.waiting).toEqual([]);
	expect(openOutbox('TS01', { ...storage(), getItem: () => '{"operation":' }).waiting).toEqual([]);
});
