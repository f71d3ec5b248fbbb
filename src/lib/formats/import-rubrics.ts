// Rubrics file → preview of rubrics, all in hundredths: JSON is read here, a spreadsheet next door; it must not know who marks.
import { formatPoints } from '../contest/points.ts';
import { isCode } from './code-cell.ts';
import { decodeText } from './decode-text.ts';
import { fileKind } from './file-kind.ts';
import type { BandValue, CriterionValue, RubricValue } from './import-values.ts';
import { parseJson } from './json-document/parse-json.ts';
import { parseRubricTable } from './import-rubric-table.ts';
import { JsonNode } from './json-node.ts';
import { found, type Preview, type Problem, problem, refusedFile } from './problem.ts';
import { checkBands, checkCriterion, checkRubric } from './rubric-rules.ts';
import type { ImportChoices } from './reading/choices.ts';
import { tableLimits } from './table.ts';
import { codeKey } from './vietnamese-text.ts';

/** Excel, CSV or JSON, told apart by content. In JSON a rubric's `line` is its place in the file (first = 1); `column` is the way to the field, such as «DC › DC1 › step». */
export async function parseRubrics(
	bytes: Uint8Array,
	_fileName: string,
	_context: object = {},
	choices: ImportChoices = {}
): Promise<Preview<RubricValue>> {
	if (!isJson(bytes)) return parseRubricTable(bytes, choices);
	const read = readJson(bytes);
	if ('code' in read) return refusedFile([read]);
	const root = read.json as { rubrics?: unknown; total?: unknown } | null;
	const list: unknown = Array.isArray(root) ? root : root?.rubrics;
	if (!Array.isArray(list) || list.length === 0) return refusedFile([problem('import/no-rubrics', {})], read.repairs);
	if (list.length > 100) return refusedFile([problem('import/too-many-rows', { limit: '100' })]);
	const nodes = list.map((json: unknown, at) => new JsonNode(json, at + 1, [`rubrics ${at + 1}`]));
	const drafts = nodes.map((node) => ({ node, value: readRubric(node) }));
	blockDuplicates(drafts);
	const good = drafts.filter(({ node }) => node.problems.length === 0);
	return {
		rows: good.map(({ node, value }) => ({ line: node.line, value, warnings: [], repairs: node.repairs })),
		problems: drafts.flatMap(({ node }) => node.problems),
		fileProblems: [],
		notices: [
			...read.repairs,
			...totalNotice(
				root,
				good.map(({ value }) => value)
			)
		],
		total: drafts.length
	};
}

/** No table begins with a bracket. */
function isJson(bytes: Uint8Array): boolean {
	const decoded = fileKind(bytes) === 'text' ? decodeText(bytes.subarray(0, tableLimits.bytes)) : null;
	return decoded !== null && 'text' in decoded && /^\s*[[{]/.test(decoded.text);
}

function readJson(bytes: Uint8Array): { json: unknown; repairs: Problem[] } | Problem {
	if (bytes.length > tableLimits.bytes) return problem('import/too-big', { limit: '5 MB' });
	const decoded = decodeText(bytes);
	if ('code' in decoded) return decoded;
	const { value, problems, stoppedAtLine } = parseJson(decoded.text);
	// Control characters are taken out with the other invisible signs, and said so.
	if (problems.some(({ code }) => code !== 'control-character'))
		return problem('import/json-not-valid', {}, { line: stoppedAtLine });
	return { json: value, repairs: decoded.repairs };
}

function readRubric(node: JsonNode): RubricValue {
	const code = readCode(node);
	const at = node.named(code);
	const criteria = at.list('criteria').map(readCriterion);
	if (criteria.length === 0) at.block('criteria', 'import/no-criteria', {});
	const rubric = { code, name: at.text('name', true), maxCenti: at.points('max'), criteria };
	checkRubric(at, rubric);
	return rubric;
}

function readCriterion(node: JsonNode): CriterionValue {
	const code = readCode(node);
	const at = node.named(code);
	const bands: BandValue[] = at.list('bands').map((band) => ({
		label: band.text('label', true),
		minCenti: band.points('min'),
		maxCenti: band.points('max'),
		descriptor: band.text('descriptor', false)
	}));
	const criterion: CriterionValue = {
		code,
		name: at.text('name', true),
		minCenti: at.has('min') ? at.points('min') : 0,
		maxCenti: at.points('max'),
		stepCenti: at.points('step'),
		weight: at.has('weight') ? readWeight(at) : 100,
		noteRequired: readNoteRequired(at),
		bands
	};
	if (checkCriterion(at, criterion)) checkBands(at, criterion);
	return criterion;
}

/** «2» counts a mark twice (hệ số 2): above zero, at most 10. */
function readWeight(node: JsonNode): number {
	const weight = node.points('weight');
	if (weight > 0 && weight <= 1000) return weight;
	node.block('weight', 'import/weight-not-valid', { found: formatPoints(weight) });
	return 100;
}

function readNoteRequired(node: JsonNode): CriterionValue['noteRequired'] {
	if (!node.has('noteRequired')) return 'never';
	const word = node.word('noteRequired');
	if (word === 'never' || word === 'always') return word;
	const inside = node.inside('noteRequired');
	if (word === null && inside.has('below')) return { below: inside.points('below') };
	node.block('noteRequired', 'import/note-not-valid', { found: found(word ?? '') });
	return 'never';
}

function readCode(node: JsonNode): string {
	const code = node.text('code', true);
	if (code !== '' && !isCode(code)) node.block('code', 'import/code-not-valid', { found: found(code) });
	return code;
}

/** Codes of rubrics, and of criteria over all rubrics, are unique: marks are stored under the criterion's code. */
function blockDuplicates(drafts: { node: JsonNode; value: RubricValue }[]): void {
	const codes = drafts.flatMap(({ node, value }) => [
		{ node, kind: 'rubric', code: value.code },
		...value.criteria.map(({ code }) => ({ node, kind: 'criterion', code }))
	]);
	for (const same of Map.groupBy(codes, ({ kind, code }) => `${kind} ${codeKey(code)}`).values()) {
		if (same.length < 2 || same[0]?.code === '') continue;
		const lines = [...new Set(same.map(({ node }) => node.line))].join(', ');
		for (const { node, code } of same) {
			node.named(code).block('code', 'import/duplicate-code', { code: found(code), lines });
		}
	}
}

function totalNotice(root: { total?: unknown } | null, rubrics: RubricValue[]): Problem[] {
	if (typeof root?.total !== 'number') return [];
	const sum = rubrics.reduce((points, { maxCenti }) => points + maxCenti, 0) / 100;
	return sum === root.total ? [] : [problem('import/total-differs', { sum: String(sum), total: String(root.total) })];
}
