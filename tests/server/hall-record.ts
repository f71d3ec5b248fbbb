// A contest record as large as a hall wants it: one quiz round, an answer of everybody to every question, times and choices by a seeded chance.
import type { ContestRecord } from '../../src/lib/contest/record/record.ts';
import { ruleTemplates } from '../../src/lib/contest/rules/templates.ts';
import { chance } from './results-data.ts';

const options = ['A', 'B', 'C', 'D'];

export function hallRecord(contestants: number, questions: number, seed: number): ContestRecord {
	const below = chance(seed);
	const codes = Array.from({ length: questions }, (_, at) => `Q${at + 1}`);
	const numbers = Array.from({ length: contestants }, (_, at) => `P${String(at + 1).padStart(5, '0')}`);
	const optionOf = (at: number) => options[at] ?? 'A';
	return {
		format: 'hoithi-contest',
		version: 1,
		contest: { name: 'Hội thi lớn', organiser: 'Tỉnh', place: 'Hội trường', heldOn: '2026-07-20' },
		rules: ruleTemplates['chi-trac-nghiem'],
		rubrics: [],
		units: [{ code: 'DV', name: 'Đơn vị', members: null, quota: null }],
		contestants: numbers.map((number) => ({
			number,
			name: number,
			unit: 'DV',
			category: null,
			cluster: null,
			team: null,
			status: 'competing',
			mayWin: true,
			route: 'direct'
		})),
		judges: [],
		questions: codes.map((code) => ({
			code,
			kind: 'single',
			options,
			targets: [],
			picture: null,
			key: { correct: { kind: 'options', options: [optionOf(below(4))] }, tolerance: '', alsoCorrect: [] },
			points: null
		})),
		rounds: [
			{
				part: 'KT',
				title: 'Vòng thi',
				isFinished: true,
				questions: codes.map((question) => ({ question, allowedMs: 30_000, isSealed: true }))
			}
		],
		answers: numbers.flatMap((contestant) =>
			codes.map((question) => ({
				contestant,
				question,
				choice: { kind: 'options' as const, options: [optionOf(below(4))] },
				usedMs: below(30_000)
			}))
		),
		turns: [],
		sheets: [],
		given: [],
		decisions: [],
		draws: []
	};
}
