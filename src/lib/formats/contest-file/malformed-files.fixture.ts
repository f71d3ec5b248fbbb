// Contest files that cannot be read, from truncated to hostile, each made from one good file; it must not read anything.
import { fullContest } from './full-contest.fixture.ts';
import { writeContestFile } from './write-contest-file.ts';

export interface MalformedFile {
	name: string;
	bytes: Uint8Array;
	/** Where a message must point. */
	path: string;
}

export const goodFile = writeContestFile(fullContest());

const encode = (text: string) => new TextEncoder().encode(text);

/** The good file with its first `from` replaced. */
function text(name: string, from: string, to: string, path: string): MalformedFile {
	if (!goodFile.includes(from)) throw new Error(`the good file has no ${from}`);
	return { name, bytes: encode(goodFile.replace(from, () => to)), path };
}

type Step = string | number;

/** The good file with the value at `way` replaced, or with an item put behind a list; undefined removes the field. */
function value(name: string, way: Step[], to: unknown, path: string): MalformedFile {
	const document: unknown = JSON.parse(goodFile);
	const parent = way.slice(0, -1).reduce<unknown>((from, step) => (from as Record<Step, unknown>)[step], document);
	const fields = parent as Record<Step, unknown>;
	const last = way.at(-1) ?? '';
	if (to === undefined) delete fields[last];
	else fields[last] = to;
	return { name, bytes: encode(JSON.stringify(document)), path };
}

/** The good file with the first item of a list standing there once more, at the end. */
function twice(
	name: string,
	list:
		| 'contestants'
		| 'judges'
		| 'units'
		| 'questions'
		| 'answers'
		| 'turns'
		| 'sheets'
		| 'given'
		| 'rubrics'
		| 'decisions',
	path: string
): MalformedFile {
	const document = JSON.parse(goodFile) as Record<string, unknown[]>;
	document[list]?.push(document[list][0]);
	return { name, bytes: encode(JSON.stringify(document)), path };
}

const part = ['rules', 'stages', 1, 'parts', 0];
const panel = [...part, 'panels', 0];
const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth);
const latin1 = Uint8Array.from([...'{"format": "h\u00f4i thi"}'].map((sign) => sign.charCodeAt(0)));
const utf16 = new Uint8Array([0xff, 0xfe, ...[...'{}'].flatMap((sign) => [sign.charCodeAt(0), 0])]);
const overlong = new Uint8Array([0x7b, 0x22, 0xc0, 0xaf, 0x22, 0x3a, 0x31, 0x7d]);

const ofBytes: MalformedFile[] = [
	{ name: 'an empty file', bytes: new Uint8Array(), path: '$' },
	{ name: 'blanks only', bytes: encode(' \n\t '), path: '$' },
	{ name: 'Latin-1 instead of UTF-8', bytes: latin1, path: '$' },
	{ name: 'UTF-16', bytes: utf16, path: '$' },
	{ name: 'an overlong UTF-8 sequence', bytes: overlong, path: '$' },
	{ name: 'a picture', bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0]), path: '$' },
	{ name: 'a NUL between the fields', bytes: encode(goodFile.replace(',', ',\u0000')), path: '$' },
	{ name: 'cut off after 3 KB', bytes: encode(goodFile.slice(0, 3000)), path: 'rules.stages[1].parts[0].kind' },
	{ name: 'cut off before the last brace', bytes: encode(goodFile.trimEnd().slice(0, -1)), path: '$' }
];

const ofJson: MalformedFile[] = [
	{ name: 'text behind the end', bytes: encode(`${goodFile}{}`), path: '$' },
	{ name: 'a list instead of a contest', bytes: encode('[]'), path: '$' },
	{ name: 'null instead of a contest', bytes: encode('null'), path: '$' },
	{ name: 'a number instead of a contest', bytes: encode('17'), path: '$' },
	{ name: '100,000 brackets', bytes: encode(nested(100_000)), path: '[0]'.repeat(40) },
	{ name: 'two million and one zeros', bytes: encode(`[${'0,'.repeat(2_000_000)}0]`), path: '$' },
	text('41 levels in a field', '"place": "Hội trường"', `"place": ${nested(41)}`, `contest.place${'[0]'.repeat(38)}`),
	text('a comma too many', '"version": 1,', '"version": 1,,', '$'),
	text('a comma missing', '"version": 1,', '"version": 1', '$'),
	text('a comma before the bracket', '"panels": []', '"panels": [,]', 'judges[4].panels[0]'),
	text('single quotes', '"version"', "'version'", '$'),
	text('a comment', '"version": 1,', '// version\n"version": 1,', '$'),
	text('a number with a leading zero', '"version": 1,', '"version": 01,', 'version'),
	text('NaN', '"version": 1,', '"version": NaN,', 'version'),
	text('an escape that is none', '"Hội thi"', '"H\\ội thi"', 'contest.name'),
	text('a line end inside a text', '"Hội thi"', '"Hội\nthi"', 'contest.name'),
	text('a field twice', '"version": 1,', '"version": 1, "version": 1,', 'version'),
	text(
		'a field twice, once in decomposed letters',
		'"version": 1,',
		'"\u00e1": 1, "a\u0301": 1, "version": 1,',
		'\u00e1'
	),
	text('__proto__', '"version": 1,', '"version": 1, "__proto__": {"isAdmin": true},', '__proto__'),
	text('__proto__ written with an escape', '"version": 1,', '"version": 1, "\\u005f_proto__": [],', '__proto__'),
	text('constructor', '"place"', '"constructor": {"prototype": {}}, "place"', 'contest.constructor'),
	text('a mark for toString', '"TT1": 2500', '"toString": 2500', 'sheets[0].marks.toString'),
	text('1e309', '"total": 10000', '"total": 1e309', 'rules.stages[0].total'),
	text('−1e309', '"total": 10000', '"total": -1e309', 'rules.stages[0].total'),
	text('2^53', '"total": 10000', '"total": 9007199254740992', 'rules.stages[0].total'),
	text('a million digits', '"total": 10000', `"total": ${'9'.repeat(1_000_000)}`, 'rules.stages[0].total'),
	text('−0', '"carry": []', '"carry": [-0]', 'rules.stages[0].carry[0]'),
	text('a lone surrogate', '"Hội thi"', '"\\ud800"', 'contest.name'),
	text('a NUL in a text', '"Hội thi"', '"\\u0000"', 'contest.name'),
	text('an escape sequence of a terminal', '"Hội thi"', '"\\u001b[2J"', 'contest.name'),
	text('a text of a megabyte', '"Hội thi"', `"${'x'.repeat(1_000_000)}"`, 'contest.name')
];

const ofShape: MalformedFile[] = [
	value('a foreign format', ['format'], 'other', 'format'),
	value('a later version', ['version'], 2, 'version'),
	value('rules of format 1', ['rules', 'format'], 1, 'rules.format'),
	value('no rules', ['rules'], undefined, 'rules'),
	value('no title', ['rules', 'title'], undefined, 'rules.title'),
	value('one language only', ['rules', 'title', 'en'], undefined, 'rules.title.en'),
	value('an unknown field at the top', ['note'], 'x', 'note'),
	value('an unknown field deep inside', [...panel, 'colour'], 'red', 'rules.stages[1].parts[0].panels[0].colour'),
	value('an unknown field named like a terminal command', ['\u009b2J'], 1, '["\\u009b2J"]'),
	value('points as text', [...part, 'maxPoints'], '50', 'rules.stages[1].parts[0].maxPoints'),
	value('points with a fraction', [...part, 'maxPoints'], 50.5, 'rules.stages[1].parts[0].maxPoints'),
	value('points below 0', [...part, 'maxPoints'], -5000, 'rules.stages[1].parts[0].maxPoints'),
	value('points beyond all bounds', [...part, 'maxPoints'], 1e15, 'rules.stages[1].parts[0].maxPoints'),
	value('a part of an unknown kind', [...part, 'kind'], 'dance', 'rules.stages[1].parts[0].kind'),
	value(
		'an unknown aggregation',
		[...panel, 'aggregation', 'kind'],
		'best',
		'rules.stages[1].parts[0].panels[0].aggregation.kind'
	),
	value('panels that are no list', [...part, 'panels'], {}, 'rules.stages[1].parts[0].panels'),
	value('a thousand stages', ['rules', 'stages'], Array(1000).fill(fullContest().rules.stages[0]), 'rules.stages'),
	value('null where it may not be', ['contestants', 0, 'name'], null, 'contestants[0].name'),
	value('an empty contestant number', ['contestants', 0, 'number'], '', 'contestants[0].number'),
	value('an unknown status', ['contestants', 0, 'status'], 'here', 'contestants[0].status'),
	value('yes as a number', ['contestants', 0, 'mayWin'], 1, 'contestants[0].mayWin'),
	value('a mark as text', ['sheets', 0, 'marks', 'TT1'], '25,00', 'sheets[0].marks.TT1'),
	value('an answer that is no number', ['answers', 4, 'choice', 'value'], '8,75', 'answers[4].choice.value'),
	value('a time below 0', ['answers', 0, 'usedMs'], -1, 'answers[0].usedMs'),
	value('an instant far away', ['turns', 0, 'endedAt'], 8e15, 'turns[0].endedAt'),
	value('a decision at no time', ['decisions', 0, 'at'], 'hôm qua', 'decisions[0].at'),
	value('a decision of an unknown kind', ['decisions', 1, 'kind'], 'wish', 'decisions[1].kind'),
	value('an award to two', ['decisions', 11, 'to'], { contestant: 'TS01', unit: 'U1' }, 'decisions[11].to'),
	value(
		'a threshold of 50 % confidence',
		['rules', 'stages', 1, 'parts', 1, 'panels', 0, 'divergence', 'levels', 0, 'threshold', 'percent'],
		50,
		'rules.stages[1].parts[1].panels[0].divergence.levels[0].threshold.percent'
	)
];

const ofReferences: MalformedFile[] = [
	value('a part with an unknown rubric', [...part, 'rubric'], 'XX', 'rules.stages[1].parts[0].rubric'),
	value(
		'a tie-break by an unknown part',
		['rules', 'stages', 1, 'tieBreaks', 0, 'part'],
		'XX',
		'rules.stages[1].tieBreaks[0]'
	),
	value('an award for an unknown stage', ['rules', 'awards', 0, 'source', 'stage'], 'XX', 'rules.awards[0].source'),
	value(
		'an advancement to nowhere',
		['rules', 'stages', 0, 'advancement', 'to'],
		'XX',
		'rules.stages[0].advancement.to'
	),
	value('a carried stage that is none', ['rules', 'stages', 1, 'carry', 0, 'stage'], 'XX', 'rules.stages[1].carry[0]'),
	value('a session twice', ['rules', 'stages', 1, 'sessions', 1, 'code'], 'S', 'rules.stages[1].sessions[1].code'),
	value('a part twice', ['rules', 'stages', 1, 'parts', 1, 'code'], 'TT', 'rules.stages[1].parts[1].code'),
	value('a criterion in two rubrics', ['rubrics', 1, 'criteria', 0, 'code'], 'TT1', 'rubrics[1].criteria[0].code'),
	value('a rubric that does not add up', ['rubrics', 0, 'max'], 4000, 'rules.stages[1].parts[0].rubric'),
	value('a contestant of an unknown unit', ['contestants', 0, 'unit'], 'U9', 'contestants[0].unit'),
	value('a contestant of an unknown category', ['contestants', 0, 'category'], 'X', 'contestants[0].category'),
	value('a decision about an unknown panel', ['decisions', 4, 'panel'], 'XX', 'decisions[4].panel'),
	value('a key that is no option', ['questions', 0, 'key', 'correct', 'options', 0], 'Z', 'questions[0].key'),
	value('a round of an unknown part', ['rounds', 0, 'part'], 'XX', 'rounds[0].part'),
	value('a round of a judged part', ['rounds', 0, 'part'], 'TT', 'rounds[0].part'),
	value(
		'an unknown question in a round',
		['rounds', 0, 'questions', 1, 'question'],
		'C99',
		'rounds[0].questions[1].question'
	),
	value('a question asked twice', ['rounds', 0, 'questions', 1, 'question'], 'C1', 'rounds[0].questions[1].question'),
	value('an answer of an unknown contestant', ['answers', 2, 'contestant'], 'TS99', 'answers[2].contestant'),
	value('an answer to an unknown question', ['answers', 2, 'question'], 'C99', 'answers[2].question'),
	value('an answer that is no option', ['answers', 1, 'choice', 'options'], ['Z'], 'answers[1].choice.options[0]'),
	value('an option chosen twice', ['answers', 1, 'choice', 'options'], ['A', 'A'], 'answers[1].choice.options[1]'),
	value('a pair with nothing', ['answers', 3, 'choice', 'pairs', 'a'], '9', 'answers[3].choice.pairs.a'),
	value('a turn in an unknown session', ['turns', 0, 'session'], 'T', 'turns[0].session'),
	value('a sheet of an unknown judge', ['sheets', 0, 'judge'], 'GK99', 'sheets[0].judge'),
	value('a mark for an unknown criterion', ['sheets', 0, 'marks', 'TT 9'], 100, 'sheets[0].marks["TT 9"]'),
	value('a mark off the grid', ['sheets', 0, 'marks', 'TT1'], 2501, 'sheets[0].marks.TT1'),
	value('a mark above the maximum', ['sheets', 0, 'marks', 'TT1'], 3050, 'sheets[0].marks.TT1'),
	value('points given in a judged part', ['given', 0, 'part'], 'TT', 'given[0].part'),
	value('a decision about an unknown question', ['decisions', 1, 'question'], 'C99', 'decisions[1].question'),
	value('a corrected key that is no option', ['decisions', 0, 'key', 'correct', 'options', 0], 'Z', 'decisions[0].key'),
	value('a substitute nobody knows', ['decisions', 3, 'substitute'], 'GK99', 'decisions[3].substitute'),
	value('a decision that takes back a later one', ['decisions', 1, 'takesBack'], 9, 'decisions[1].takesBack'),
	value('somebody twice in an order of the tied', ['decisions', 9, 'order', 1, 0], 'TS01', 'decisions[9].order[1][0]'),
	value('an unknown award given', ['decisions', 11, 'award'], 'XX', 'decisions[11].award'),
	value('something drawn that was not in the draw', ['draws', 0, 'result', 0, 'id'], 'TS04', 'draws[0].result[0].id'),
	twice('a contestant twice', 'contestants', 'contestants[4].number'),
	twice('a judge twice', 'judges', 'judges[5].code'),
	twice('a unit twice', 'units', 'units[2].code'),
	twice('a question twice', 'questions', 'questions[7].code'),
	twice('an answer twice', 'answers', 'answers[28]'),
	twice('a turn twice', 'turns', 'turns[4]'),
	twice('a sheet twice', 'sheets', 'sheets[16]'),
	twice('points given twice', 'given', 'given[4]'),
	twice('a rubric twice', 'rubrics', 'rubrics[2].code'),
	twice('a decision twice', 'decisions', 'decisions[17].sequence')
];

export const malformedFiles: MalformedFile[] = [...ofBytes, ...ofJson, ...ofShape, ...ofReferences];
