// Moodle XML by Moodle's reader: each construct with what it becomes, and what is wrong with the others.
import { expect, test } from 'vitest';
import { readingOf } from '../question-reading.fixture.ts';

const quiz = (...questions: string[]) =>
	`<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions.join('\n')}\n</quiz>`;
const q = (type: string, inside: string, text = 'Q?') =>
	`<question type="${type}"><name><text>n</text></name><questiontext format="html"><text>${text}</text></questiontext>${inside}</question>`;
const answer = (text: string, fraction: string, more = '') =>
	`<answer fraction="${fraction}" format="html"><text>${text}</text>${more}</answer>`;
const one = answer('a', '100') + answer('b', '0');
const good = q('multichoice', one, 'R?');
const right = 'single R? {*a|b}';

test.each<[construct: string, file: string, questions: string[], problems?: string[], warnings?: string[]]>([
	['one right option', quiz(q('multichoice', `<single>true</single>${one}`)), ['single Q? {*a|b}']],
	[
		'several right options',
		quiz(q('multichoice', `<single>false</single>${answer('a', '50')}${answer('b', '50')}${answer('c', '-100')}`)),
		['multiple Q? {*a|*b|c}']
	],
	[
		'a share Moodle knows',
		quiz(
			q(
				'multichoice',
				`<single>0</single>${answer('a', '33.33333').repeat(1)}${answer('b', '66.66667')}${answer('c', '0')}`
			)
		),
		['multiple Q? {*a|*b|c}']
	],
	[
		'a share Moodle does not know',
		quiz(q('multichoice', `<single>false</single>${answer('a', '33')}${answer('b', '67')}`), good),
		[right],
		['3 grade-not-valid', '3 grade-not-valid']
	],
	[
		'part of the points',
		quiz(q('multichoice', `${one}${answer('c', '50')}`)),
		['single Q? {*a|b|c}'],
		[],
		['3 part-left-out']
	],
	[
		'two full answers of which either is right',
		quiz(q('multichoice', answer('a', '100') + answer('b', '100'))),
		[],
		['3 two-right-options']
	],
	['true and false', quiz(q('truefalse', answer('true', '0') + answer('false', '100'))), ['truefalse Q? {Đúng|*Sai}']],
	[
		'true and false in another language, as old exports',
		quiz(q('truefalse', answer('Vrai', '100') + answer('Faux', '0'))),
		['truefalse Q? {*Đúng|Sai}']
	],
	[
		'a number',
		quiz(q('numerical', `${answer('3.14', '100', '<tolerance>0.0100000</tolerance>')}`)),
		['numeric Q? {3.14±0.01}']
	],
	[
		'a number of a thousandth',
		quiz(q('numerical', answer('1.587', '100', '<tolerance>0</tolerance>'))),
		['numeric Q? {1.587±0}']
	],
	[
		'a number with a unit',
		quiz(
			q(
				'numerical',
				`${answer('5', '100')}<units><unit><multiplier>1</multiplier><unit_name>km</unit_name></unit></units>`
			)
		),
		['numeric Q? {5±0}'],
		[],
		['3 part-left-out']
	],
	[
		'short answers',
		quiz(q('shortanswer', answer('Hồ Chí Minh', '100') + answer('Bác Hồ', '100'))),
		['text Q? {Hồ Chí Minh;Bác Hồ}']
	],
	['a star in a short answer', quiz(q('shortanswer', answer('Hồ*', '100')), good), [right], ['3 wildcard-answer']],
	['a star that is one', quiz(q('shortanswer', answer('5 \\* 5', '100'))), ['text Q? {5 * 5}']],
	[
		'matching',
		quiz(
			q(
				'matching',
				'<subquestion><text>Anh</text><answer><text>Luân Đôn</text></answer></subquestion><subquestion><text>Pháp = Gaul</text><answer><text>Pa-ri</text></answer></subquestion>'
			)
		),
		['matching Q? {Anh=Luân Đôn|Pháp = Gaul=Pa-ri}']
	],
	[
		'matching with an answer that belongs to nothing',
		quiz(
			q(
				'matching',
				'<subquestion><text>a</text><answer><text>1</text></answer></subquestion><subquestion><text>b</text><answer><text>2</text></answer></subquestion><subquestion><text></text><answer><text>3</text></answer></subquestion>'
			)
		),
		['matching Q? {a=1|b=2}'],
		[],
		['3 part-left-out']
	],
	[
		'ordering',
		quiz(q('ordering', ['Một', 'Hai', 'Ba'].map((text, at) => answer(text, String(at + 1))).join(''))),
		['ordering Q? {Một>Hai>Ba}']
	],
	[
		'a category',
		quiz('<question type="category"><category><text>$course$/top/Lịch sử//Đảng</text></category></question>', good),
		[`${right} chủ đề=Lịch sử/Đảng`]
	],
	[
		'id number, tags, general feedback with a source',
		quiz(
			q(
				'multichoice',
				`${one}<idnumber>LS01</idnumber><tags><tag><text>độ khó: 1</text></tag><tag><text>giây: 45</text></tag></tags><generalfeedback format="plain_text"><text>Vì thế.\nNguồn: Văn kiện</text></generalfeedback>`
			)
		),
		['single Q? {*a|b} mã=LS01 mức=1 giây=45 giải thích=Vì thế. nguồn=Văn kiện']
	],
	[
		'HTML in CDATA',
		quiz(
			q('multichoice', one, '<![CDATA[<p>Dòng <b>một</b> &amp; &agrave;</p><p>Dòng hai</p><script>alert(1)</script>]]>')
		),
		['single Dòng một & à⏎Dòng hai {*a|b}']
	],
	[
		'plain text keeps its signs',
		quiz(good.replace('format="html"><text>R?', 'format="plain_text"><text>a &lt;b&gt; c')),
		['single a <b> c {*a|b}']
	],
	[
		'a picture in a file',
		quiz(q('multichoice', one, '<![CDATA[<img src="@@PLUGINFILE@@/x.png">Q?]]>')),
		['single Q? {*a|b}'],
		[],
		['3 picture-left-out']
	],
	[
		'a picture in a file that came along, not described; a second one',
		quiz(
			q(
				'multichoice',
				one,
				'<![CDATA[<img src="@@PLUGINFILE@@/a%20b.png"><img src="@@PLUGINFILE@@/c.png">Q?]]>'
			).replace(
				'</text></questiontext>',
				'</text><file name="a b.png" path="/" encoding="base64">iVBO\nRw0K</file></questiontext>'
			)
		),
		['single Q? {*a|b} hình=Hình kèm câu hỏi iVBORw0K'],
		[],
		['3 picture-without-words', '3 picture-left-out']
	],
	[
		'feedback of one option',
		quiz(q('multichoice', answer('a', '100', '<feedback><text>Hay</text></feedback>') + answer('b', '0'))),
		['single Q? {*a|b}'],
		[],
		['3 part-left-out']
	],
	[
		'essay, cloze, description, by name',
		quiz(q('essay', ''), q('cloze', ''), q('description', ''), good),
		[right],
		['3 kind-not-taken', '4 kind-not-taken', '5 kind-not-taken']
	],
	[
		'no right option',
		quiz(q('multichoice', answer('a', '0') + answer('b', '0')), good),
		[right],
		['3 no-right-option']
	],
	['damaged XML', '<quiz>\n<question>\n</quiz>', [], ['- xml-not-valid']],
	['a document type', '<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY a "b">]><quiz></quiz>', [], ['- xml-not-safe']],
	['another XML', '<?xml version="1.0"?><html></html>', [], ['- no-questions']]
])('%s', async (_, file, questions, problems = [], warnings = []) => {
	const read = await readingOf(file);
	expect({ questions: read.questions, problems: read.problems, warnings: read.warnings }).toEqual({
		questions,
		problems,
		warnings
	});
});
