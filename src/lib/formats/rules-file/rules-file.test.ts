// The rules document as a file: out and in again unchanged, and what is wrong with one at its place.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { checkRules } from '../../contest/preflight/preflight.ts';
import { aRandomContest } from '../../contest/result/random-contest.fixture.ts';
import { fullContest } from '../contest-file/full-contest.fixture.ts';
import { mostRulesBytes, readRulesFile } from './read-rules-file.ts';
import { writeRulesFile } from './write-rules-file.ts';

const read = (text: string) => readRulesFile(new TextEncoder().encode(text));

test('rules read back equal and are written the same again', { timeout: 60_000 }, () => {
	fc.assert(
		fc.property(aRandomContest(), ({ rules }) => {
			const text = writeRulesFile(rules);
			const reading = read(text);
			expect(reading).toEqual({ ok: true, value: rules });
			if (reading.ok) expect(writeRulesFile(reading.value)).toBe(text);
		}),
		{ numRuns: 1000 }
	);
	const { rules } = fullContest();
	expect(read(writeRulesFile(rules))).toEqual({ ok: true, value: rules });
});

test('a draft that is not complete is written all the same, and read with its problems', () => {
	const { rules } = fullContest();
	const [stage] = rules.stages;
	const draft = {
		...rules,
		stages: stage ? [{ ...stage, parts: stage.parts.map((part) => ({ ...part, maxPoints: 0 })) }] : []
	};
	const reading = read(writeRulesFile(draft));
	expect(reading.ok ? [] : reading.problems.map(({ path, message }) => `${path}: ${message.en}`)).toEqual(
		[0, 1].map(
			(at) =>
				`stages[0].parts[${at}].maxPoints: Needs a whole number of hundredths of a point above 0 (5000 is 50.00 points), found 0.`
		)
	);
});

test('a group stands once', () => {
	const { rules } = fullContest();
	const reading = read(writeRulesFile({ ...rules, clusters: [...rules.clusters, ...rules.clusters] }));
	expect(reading.ok ? [] : reading.problems.map(({ code, path }) => `${code} ${path}`)).toEqual([
		'stands-twice clusters[2].code',
		'stands-twice clusters[3].code'
	]);
});

test('rules of more than a megabyte are not read', () => {
	const reading = readRulesFile(new Uint8Array(mostRulesBytes + 1));
	expect(reading.ok ? [] : reading.problems.map(({ code }) => code)).toEqual(['file-too-big']);
});

test('R90: the example of docs/rules-document.md is read, written the same, and lacks only its rubric', () => {
	const example = /```json\n(.*?)```/s.exec(readFileSync('docs/rules-document.md', 'utf8'))?.[1] ?? '';
	const reading = read(example);
	expect(reading.ok && writeRulesFile(reading.value)).toBe(example);
	expect(reading.ok && checkRules(reading.value, []).map(({ code }) => code)).toEqual(['rubric-missing']);
});
