// Rubrics from JSON: what is taken, and every way in which a rubric is refused.
import { describe, expect, it } from 'vitest';
import { parseRubrics } from './import-rubrics.ts';

const band = (label: string, min: unknown, max: unknown) => ({ label, min, max, descriptor: '' });
const good = {
	code: 'A1',
	name: 'Nội dung',
	max: 2,
	step: 0.5,
	bands: [band('Thấp', 0, 0.5), band('Vừa', 1, 1.5), band('Cao', 2, 2)]
};

const preview = (json: unknown) =>
	parseRubrics(new TextEncoder().encode(typeof json === 'string' ? json : JSON.stringify(json)), 'r.json');
const problemsOf = async (criterion: object, max: unknown = 2) =>
	(
		await preview({ rubrics: [{ code: 'A', name: 'Đề cương', max, criteria: [{ ...good, ...criterion }] }] })
	).problems.map(({ line, column, code }) => `${line} ${column} ${code.slice(7)}`);

describe('rubrics', () => {
	it('a whole one has no problem, points may be text with a comma', async () => {
		expect(await problemsOf({ step: '0,5' })).toEqual([]);
		expect(await problemsOf({ bands: [] })).toEqual([]);
	});

	it('minimum, weight and required note are optional', async () => {
		const value = async (criterion: object, max = 2) =>
			(await preview({ rubrics: [{ code: 'A', name: 'Đề cương', max, criteria: [{ ...good, ...criterion }] }] }))
				.rows[0]?.value.criteria[0];
		expect(await value({})).toMatchObject({ minCenti: 0, weight: 100, noteRequired: 'never' });
		expect(await value({ min: 1, weight: 2, noteRequired: 'always', bands: [band('Đạt', 1, 2)] }, 4)).toMatchObject({
			minCenti: 100,
			weight: 200,
			noteRequired: 'always'
		});
		expect(await value({ noteRequired: { below: '1,5' } })).toMatchObject({ noteRequired: { below: 150 } });
		expect(await value({ min: 0.25, max: 1.75, bands: [] }, 1.75)).toMatchObject({ minCenti: 25, maxCenti: 175 });
	});

	it.each([
		[{ weight: 2 }, 2, ['1 A › max criteria-sum']],
		[{ weight: 0 }, 2, ['1 A › A1 › weight weight-not-valid']],
		[{ weight: 11 }, 2, ['1 A › A1 › weight weight-not-valid']],
		[{ min: 2 }, 2, ['1 A › A1 › min min-not-valid']],
		[{ min: 0.25 }, 2, ['1 A › A1 › min min-not-valid']],
		[{ min: 0.5 }, 2, ['1 A › A1 › bands band-ends']],
		[{ noteRequired: 'sometimes' }, 2, ['1 A › A1 › noteRequired note-not-valid']],
		[{ noteRequired: { above: 1 } }, 2, ['1 A › A1 › noteRequired note-not-valid']],
		[{ noteRequired: { below: 'x' } }, 2, ['1 A › A1 › noteRequired › below points-not-valid']]
	])('%j of %j is refused', async (criterion, max, expected) => {
		expect(await problemsOf(criterion, max)).toEqual(expected);
	});

	it.each([
		[{ max: 2.5 }, 2.5, ['1 A › A1 › bands band-ends']],
		[{ max: 1.75, bands: [] }, 1.75, ['1 A › A1 › max max-off-step']],
		[{ step: 0 }, 2, ['1 A › A1 › step step-not-valid']],
		[{ step: -0.5 }, 2, ['1 A › A1 › step points-not-valid', '1 A › A1 › step step-not-valid']],
		[{}, 3, ['1 A › max criteria-sum']],
		[{ bands: [band('a', 0, 0.5), band('b', 1.5, 2)] }, 2, ['1 A › A1 › bands band-gap']],
		[{ bands: [band('a', 0, 1), band('b', 1, 2)] }, 2, ['1 A › A1 › bands band-overlap']],
		[
			{ bands: [band('a', 0, 0.75), band('b', 1.25, 2)] },
			2,
			['1 A › A1 › bands band-not-valid', '1 A › A1 › bands band-not-valid']
		],
		[{ bands: [band('a', 0.5, 2)] }, 2, ['1 A › A1 › bands band-ends']],
		[
			{ max: 2.005 },
			2,
			['1 A › A1 › max points-not-valid', '1 A › A1 › max points-not-valid', '1 A › max criteria-sum']
		],
		[{ name: ' ' }, 2, ['1 A › A1 › name cell-empty']],
		[{ bands: [band('a', 0, 'x')] }, 2, ['1 A › A1 › bands 1 › max points-not-valid', '1 A › A1 › bands band-ends']]
	])('%j of %j', async (criterion, max, expected) => {
		expect(await problemsOf(criterion, max)).toEqual(expected);
	});

	it('codes are unique over all rubrics', async () => {
		const rubric = { code: 'A', name: 'x', max: 2, criteria: [good] };
		const { problems, rows } = await preview([rubric, { ...rubric, code: 'B' }]);
		expect(problems.map(({ line, code, params }) => [line, code, params.lines])).toEqual([
			[1, 'import/duplicate-code', '1, 2'],
			[2, 'import/duplicate-code', '1, 2']
		]);
		expect(rows).toEqual([]);
	});

	it.each(['', '{', '[]', 'null', '{"rubrics":{}}', 'x;y'])('%j is refused', async (text) => {
		expect((await preview(text)).fileProblems).toHaveLength(1);
	});

	it('a broken file names the line', async () => {
		expect((await preview('{\n"total": 1\n"rubrics": []}')).fileProblems).toEqual([
			{ line: 3, column: null, code: 'import/json-not-valid', params: {} }
		]);
	});

	it('a field that stands twice is refused, a control character is taken out', async () => {
		expect((await preview('{"rubrics": [], "rubrics": []}')).fileProblems).toHaveLength(1);
		const { rows } = await preview([{ code: 'A', name: 'Đề\u0007 cương', max: 2, criteria: [good] }]);
		expect(rows.map(({ value }) => value.name)).toEqual(['Đề cương']);
	});

	it.each([[[null]], [[1, 'x']], [[{ criteria: [[null]] }]]])('rubbish %j is a list of problems', async (rubrics) => {
		expect((await preview(rubrics)).problems.length).toBeGreaterThan(0);
	});
});
