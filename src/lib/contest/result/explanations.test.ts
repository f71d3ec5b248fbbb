// Every sentence a result or the preflight gives is whole, in both languages, and every kind of sentence is reached.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bilingual } from '../ids.ts';
import { preflight } from '../preflight/preflight.ts';
import type { ContestRecord } from '../record/record.ts';
import { divergenceActions } from '../rules/panels.ts';
import type { AwardSource } from '../rules/prizes.ts';
import type { TieBreakKind } from '../rules/ties.ts';
import { sentenceFaults } from '../sentence-faults.fixture.ts';
import { anyContest } from './any-contest.fixture.ts';
import { computeResult } from './compute.ts';
import { aRandomContest } from './random-contest.fixture.ts';
import type { ContestResult, Missing, PanelScore, Place } from './result.ts';

/** The same contests every time, so that what is reached does not depend on luck: with awards and teams, and with many ties. */
const drawn = { numRuns: 1000, seed: 20_210_715 };
const contests = [...fc.sample(aRandomContest(), drawn), ...fc.sample(anyContest(), drawn)];
const results = contests.map((record) => ({ record, result: computeResult(record) }));

function isBilingual(value: object): value is Bilingual {
	return Object.keys(value).sort().join() === 'en,vi';
}

/** Every sentence anywhere inside. */
function sentencesIn(value: unknown): Bilingual[] {
	if (typeof value !== 'object' || value === null) return [];
	return isBilingual(value) ? [value] : Object.values(value).flatMap(sentencesIn);
}

test('R43, R134, R180 every sentence of 2000 results is whole in both languages, numbers as each of them writes them', () => {
	const sentences = results.flatMap(({ result }) => sentencesIn(result));
	expect(sentences.length).toBeGreaterThan(10_000);
	expect([...new Set(sentences.flatMap(sentenceFaults))].slice(0, 20)).toEqual([]);
});

test('R90 every sentence of the preflight about these contests is whole too', () => {
	const sentences = contests.flatMap((record) => preflight(record).open.map(({ text }) => text));
	expect(sentences.length).toBeGreaterThan(1000);
	expect([...new Set(sentences.flatMap(sentenceFaults))].slice(0, 20)).toEqual([]);
});

test('a sentence with a hole, a foreign decimal sign or one language only is found', () => {
	const good: Bilingual = { vi: 'Hạng 3 với 87,25 điểm.', en: 'Place 3 with 87.25 points.' };
	expect(sentenceFaults(good)).toEqual([]);
	const bad: Bilingual[] = [
		{ ...good, vi: 'Hạng 3 với 87.25 điểm.' },
		{ ...good, en: 'Place 3 with 87,25 points.' },
		{ ...good, en: 'Place undefined with 87.25 points.' },
		{ ...good, vi: 'Hạng 3 với  87,25 điểm.' },
		{ ...good, vi: 'Hạng 3 với 87,25 điểm.'.normalize('NFD') },
		{ ...good, en: '' },
		{ ...good, en: good.vi }
	];
	expect(bad.filter((each) => sentenceFaults(each).length === 0)).toEqual([]);
});

const placesOf = ({ stages }: ContestResult): Place[] =>
	stages.flatMap(({ rankings }) => rankings.flatMap(({ places }) => places));
const panelsOf = (result: ContestResult): PanelScore[] =>
	placesOf(result).flatMap(({ score }) =>
		Object.values(score.parts).flatMap((part) => (part?.detail.kind === 'judged' ? part.detail.panels : []))
	);
const reached = <Item>(find: (result: ContestResult, record: ContestRecord) => Item[]) =>
	new Set(results.flatMap(({ result, record }) => find(result, record)));

test('R42, R165 every key of the chain parts somebody', () => {
	const kinds = reached((result) => placesOf(result).flatMap(({ decidedBy }) => decidedBy?.tieBreak.kind ?? []));
	const all: Record<Exclude<TieBreakKind, 'share'>, true> = {
		part: true,
		criterion: true,
		'exact-total': true,
		stage: true,
		median: true,
		'top-marks': true,
		'fewer-penalties': true,
		'stage-time': true,
		'right-answers': true,
		'answer-time': true,
		'extra-question': true,
		lots: true,
		'head-judge': true
	};
	expect([...kinds].sort()).toEqual(Object.keys(all).sort());
});

test('R134, R136 every action about judges who differ is said, open and settled', () => {
	const findings = results.flatMap(({ result }) =>
		panelsOf(result).flatMap(({ divergence }) => (divergence ? [divergence] : []))
	);
	const saidWhen = (isSettled: boolean) =>
		[...new Set(findings.filter((each) => each.isSettled === isSettled).map(({ action }) => action))].sort();
	expect(saidWhen(true)).toEqual([...divergenceActions].sort());
	// A warning is settled as soon as it is said.
	expect(saidWhen(false)).toEqual(divergenceActions.filter((action) => action !== 'warn').sort());
});

test('R57 everything that can be missing is missing somewhere', () => {
	const all: Record<Missing['kind'], true> = {
		contestants: true,
		questions: true,
		'round-open': true,
		given: true,
		'turns-drawn': true,
		'turns-ended': true,
		'panel-empty': true,
		sheets: true,
		'panel-value': true,
		divergence: true,
		'late-entries': true,
		tie: true,
		advancement: true
	};
	expect([...reached(({ missing }) => missing.map(({ kind }) => kind))].sort()).toEqual(Object.keys(all).sort());
});

test('R180, R185 every source of an award has a winner somewhere', () => {
	const all: Record<AwardSource['kind'], true> = {
		rank: true,
		part: true,
		criterion: true,
		team: true,
		participation: true,
		manual: true
	};
	const kinds = reached(({ awards }, { rules }) =>
		awards.flatMap(({ award, winners }) =>
			winners.length > 0 ? rules.awards.filter(({ code }) => code === award).map(({ source }) => source.kind) : []
		)
	);
	expect([...kinds].sort()).toEqual(Object.keys(all).sort());
});
