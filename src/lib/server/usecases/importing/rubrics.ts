// Rubrics from a JSON file into the contest, in the shape the rules mark with.
import type { Criterion } from '../../../contest/rubric.ts';
import type { CriterionValue, RubricValue } from '../../../formats/import-values.ts';
import { readRubrics, upsertRubrics } from '../../stores/bank.ts';
import { anyTurnBegun } from '../../stores/draws.ts';
import type { ImportKind } from './import-kind.ts';

export const rubricImport: ImportKind<RubricValue, 'rubrics'> = {
	context: () => Promise.resolve({}),
	existing: async (db, contestId) =>
		(await readRubrics(db, contestId)).map(({ code, name, max, criteria }) => ({
			code,
			name,
			maxCenti: max,
			criteria: criteria.map(toFile)
		})),
	cells: ({ code, name, criteria }) => [code, name, criteria.map((criterion) => criterion.code).join(', ')],
	store: (db, contestId, values) =>
		upsertRubrics(
			db,
			values.map(({ code, name, maxCenti, criteria }) => ({
				contestId,
				code,
				name,
				maxPoints: maxCenti,
				criteria: criteria.map(fromFile)
			}))
		),
	inUse: async (db, contestId) =>
		new Set((await anyTurnBegun(db, contestId)) ? (await readRubrics(db, contestId)).map(({ code }) => code) : [])
};

function fromFile(criterion: CriterionValue): Criterion {
	const { code, name, minCenti, maxCenti, stepCenti, weight, noteRequired, bands } = criterion;
	return {
		code,
		name,
		min: minCenti,
		max: maxCenti,
		step: stepCenti,
		weight,
		noteRequired,
		bands: bands.map(({ label, minCenti: min, maxCenti: max, descriptor }) => ({ label, min, max, descriptor }))
	};
}

function toFile({ code, name, min: least, max, step, weight, noteRequired, bands }: Criterion): CriterionValue {
	return {
		code,
		name,
		minCenti: least,
		maxCenti: max,
		stepCenti: step,
		weight,
		noteRequired,
		bands: bands.map(({ label, min, max: maxCenti, descriptor }) => ({ label, minCenti: min, maxCenti, descriptor }))
	};
}
