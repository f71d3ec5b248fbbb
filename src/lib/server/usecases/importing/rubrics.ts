// Rubrics from a JSON file into the contest, in the shape the rules mark with.
import type { Criterion } from '../../../contest/rubric.ts';
import { parseRubrics } from '../../../formats/import-rubrics.ts';
import type { CriterionValue, RubricValue } from '../../../formats/import-values.ts';
import { readRubrics, upsertRubrics } from '../../stores/bank.ts';
import { anyTurnBegun } from '../../stores/draws.ts';
import type { ImportKind } from './import-kind.ts';

export const rubricImport: ImportKind<RubricValue> = {
	parse: (bytes, fileName) => parseRubrics(bytes, fileName),
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

function fromFile({ code, name, maxCenti, stepCenti, bands }: CriterionValue): Criterion {
	return {
		code,
		name,
		min: 0,
		max: maxCenti,
		step: stepCenti,
		weight: 100,
		noteRequired: 'never',
		bands: bands.map(({ label, minCenti, maxCenti: max, descriptor }) => ({ label, min: minCenti, max, descriptor }))
	};
}

function toFile({ code, name, max, step, bands }: Criterion): CriterionValue {
	return {
		code,
		name,
		maxCenti: max,
		stepCenti: step,
		bands: bands.map(({ label, min, max: maxCenti, descriptor }) => ({ label, minCenti: min, maxCenti, descriptor }))
	};
}
