// R273–R276: deadlines by the server's clock, the version that counts, and what judges are shown.
import { expect, test } from 'vitest';
import {
	countingVersion,
	fromVietnamField,
	isLate,
	isNameHidden,
	neutralName,
	refuseLate,
	toVietnamField
} from './entry.ts';

const dueAt = fromVietnamField('2026-12-01T17:00')!;

test('R273 a deadline is an instant of the wall clock in Vietnam; the last moment of it is in time', () => {
	expect(new Date(dueAt).toISOString()).toBe('2026-12-01T10:00:00.000Z');
	expect(toVietnamField(dueAt)).toBe('2026-12-01T17:00');
	expect([isLate({ dueAt }, dueAt), isLate({ dueAt }, dueAt + 1), isLate({ dueAt: null }, dueAt)]).toEqual([
		false,
		true,
		false
	]);
	expect(['2026-13-01T00:00', '2026-02-30T00:00', '01/12/2026', ''].map(fromVietnamField)).toEqual([
		null,
		null,
		null,
		null
	]);
});

test('R274 what is late is refused or taken, as it was announced', () => {
	expect(refuseLate({ dueAt, late: 'refuse' }, dueAt)).toBeNull();
	expect(refuseLate({ dueAt, late: 'flag' }, dueAt + 1)).toBeNull();
	expect(refuseLate({ dueAt, late: 'penalty' }, dueAt + 1)).toBeNull();
	expect(refuseLate({ dueAt, late: 'refuse' }, dueAt + 1)).toMatchObject({
		refused: 'entry/too-late',
		details: { due: { vi: '01/12/2026 17:00' } }
	});
});

test('R275 the last version counts, until the organisers choose another, and again when one more is handed in', () => {
	const versions = [
		{ id: 'a', at: 1 },
		{ id: 'b', at: 5 }
	];
	expect(countingVersion([], [])).toBeNull();
	expect(countingVersion(versions, [])?.id).toBe('b');
	expect(countingVersion(versions, [{ versionId: 'a', at: 5 }])?.id).toBe('a');
	expect(countingVersion([...versions, { id: 'c', at: 9 }], [{ versionId: 'a', at: 7 }])?.id).toBe('c');
});

test('R276 a judge reads a number, not a name, until the contestant is called', () => {
	expect(neutralName('TS07', 'Đề cương', 'docx')).toBe('TS07 Đề cương.docx');
	expect([isNameHidden(true, 'waiting'), isNameHidden(true, 'called'), isNameHidden(false, 'waiting')]).toEqual([
		true,
		false,
		false
	]);
});
