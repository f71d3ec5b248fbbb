// The contest file comes back as it was written, and no file that is read can make the result throw (R2, R190).
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sound } from '../../contest/preflight/preflight.fixture.ts';
import { computeResult } from '../../contest/result/compute.ts';
import { inPlainText } from '../json-document/plain-text.ts';
import { readDocument } from '../json-document/read-document.ts';
import { checkReferences } from './check-references.ts';
import { contestSchema } from './contest-schema.ts';
import { mostContestBytes, readContestFile } from './read-contest-file.ts';
import { fullContest } from './full-contest.fixture.ts';
import { aMutation, aReadableContest, mutate } from './readable-contest.fixture.ts';
import { writeContestFile } from './write-contest-file.ts';

const bytesOf = (text: string) => new TextEncoder().encode(text);

const aContest = fc.oneof(aReadableContest, fc.constant(fullContest()));

test('a contest file reads back equal and is written the same again', { timeout: 60_000 }, () => {
	expect(readContestFile(bytesOf(writeContestFile(fullContest())))).toEqual({ ok: true, value: fullContest() });
	fc.assert(
		fc.property(aReadableContest, (record) => {
			const text = writeContestFile(record);
			const reading = readContestFile(bytesOf(text));
			expect(reading).toEqual({ ok: true, value: record });
			if (reading.ok) expect(writeContestFile(reading.value)).toBe(text);
		}),
		{ numRuns: 300 }
	);
});

test('R190: the result of what was read is the result of what was written', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(aReadableContest, (record) => {
			const reading = readContestFile(bytesOf(writeContestFile(record)));
			expect(reading.ok && computeResult(reading.value)).toEqual(computeResult(record));
		}),
		{ numRuns: 300 }
	);
});

test(
	'R2: whatever a file says, it has problems with a place, or its result can be computed',
	{ timeout: 60_000 },
	() => {
		let accepted = 0;
		let refused = 0;
		fc.assert(
			fc.property(aContest, fc.array(aMutation, { minLength: 1, maxLength: 3 }), (record, mutations) => {
				const changed = mutate(JSON.parse(writeContestFile(record)), mutations);
				const reading = readDocument(bytesOf(JSON.stringify(changed)), contestSchema, mostContestBytes);
				const problems = reading.ok ? checkReferences(reading.value) : reading.problems;
				if (!reading.ok || problems.length > 0) {
					refused++;
					for (const { path, message } of problems) expect([path, message.vi, message.en]).not.toContain('');
					return;
				}
				accepted++;
				computeResult(reading.value);
			}),
			{ numRuns: 600 }
		);
		expect(accepted).toBeGreaterThan(150);
		expect(refused).toBeGreaterThan(150);
	}
);

test('R2: fractions that outgrow the safe integers are exact all the same, and go into JSON as text', () => {
	const record = sound();
	const [stage] = record.rules.stages;
	const [quiz] = stage?.parts ?? [];
	const primes = [9973, 9967, 9949, 9941];
	const reading = readContestFile(
		bytesOf(
			writeContestFile({
				...record,
				rules: {
					...record.rules,
					stages: record.rules.stages.map((each) => ({
						...each,
						parts: primes.map((points, at) => ({
							...quiz!,
							code: `K${at}`,
							scoring: { kind: 'fixed' as const, points, wrong: 0, blank: 0 }
						})),
						tieBreaks: []
					}))
				},
				judges: [],
				turns: [],
				rounds: primes.map((_, at) => ({
					part: `K${at}`,
					title: '',
					questions: [{ question: `C${at + 1}`, allowedMs: 0, isSealed: true }],
					isFinished: true
				})),
				questions: record.questions.map((question, at) => ({ ...question, points: at === 0 ? 1 : 7 })),
				answers: primes.map((_, at) => ({
					contestant: 'TS01',
					question: `C${at + 1}`,
					choice: { kind: 'options' as const, options: ['A'] },
					usedMs: 0
				}))
			})
		)
	);
	if (!reading.ok) throw new Error('the file is good');
	// One of 20 questions right in each part, its points by themselves: 19 × 9973 + 1 hundredths are the whole of the first part.
	const whole = primes.map((points, at) => 19n * BigInt(points) + (at === 0 ? 1n : 7n));
	const own = whole.map((_, at) => (at === 0 ? 1n : 7n) * BigInt(quiz?.maxPoints ?? 0));
	const denominator = whole.reduce((product, each) => product * each);
	const numerator = own.reduce((sum, each, at) => sum + (each * denominator) / (whole[at] ?? 1n), 0n);
	const exact = computeResult(reading.value).stages[0]?.rankings[0]?.places[0]?.exactTotal;
	expect(BigInt(exact?.numerator ?? 0) * denominator).toBe(numerator * BigInt(exact?.denominator ?? 0));
	expect(typeof exact?.denominator).toBe('bigint');
	expect(JSON.parse(JSON.stringify(inPlainText(exact)))).toEqual({
		numerator: String(exact?.numerator),
		denominator: String(exact?.denominator)
	});
});

test('text is written in NFC with \\n, and fields in the order they are declared', () => {
	const record = sound();
	const decomposed = { ...record, contest: { ...record.contest, name: 'Hội thi\r\nkhối'.normalize('NFD') } };
	const { format, version, ...rest } = decomposed;
	const text = writeContestFile({ ...rest, version, format });
	expect(text).toBe(writeContestFile({ ...record, contest: { ...record.contest, name: 'Hội thi\nkhối' } }));
	expect(text.startsWith('{\n\t"format": "hoithi-contest",\n\t"version": 1,\n')).toBe(true);
	expect(text.endsWith('}\n')).toBe(true);
});

test('a contest that is not ready or still running is read: questions to come, judges without a part, no category yet', () => {
	const record = fullContest();
	const [first] = record.rounds;
	const running = {
		...record,
		contestants: record.contestants.map((contestant) => ({ ...contestant, category: null })),
		judges: record.judges.map((judge) => ({ ...judge, panels: ['OTHER'] })),
		rounds: [
			...record.rounds,
			{ ...first!, questions: [{ question: 'NEXT', allowedMs: 30_000, isSealed: false }], isFinished: false }
		]
	};
	expect(readContestFile(bytesOf(writeContestFile(running)))).toEqual({ ok: true, value: running });
});
