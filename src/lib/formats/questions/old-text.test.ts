// Lists of questions typed in fonts of before Unicode, plain and in Word: asked first, then read like any other, with what stood out in them.
import { expect, test } from 'vitest';
import type { ImportChoices } from '../reading/choices.ts';
import { sayQuestion } from './question-reading.fixture.ts';
import { readQuestionFile } from './read-question-file.ts';
import { docx, p } from './word/docx.fixture.ts';

const tcvn3 = [
	'C©u 1: Thñ ®« cña n­íc ta lµ thµnh phè nµo?',
	'A. HuÕ',
	'*B. Hµ Néi',
	'C. bé',
	'C©u 2: Ai lµ t¸c gi¶ b¶n Tuyªn ng«n §éc lËp?',
	'§¸p ¸n: Hå ChÝ Minh'
].join('\n');
const vni = ['Caâu 1: Thuû ñoâ cuûa nöôùc ta laø thaønh phoá naøo?', 'A. Hueá', '*B. Haø Noäi', 'C. boä'].join('\n');
const first = 'single Thủ đô của nước ta là thành phố nào? {Huế|*Hà Nội|bộ}';

const read = async (bytes: Uint8Array, choices: ImportChoices = {}) => {
	const { rows, fileProblems, shape, notices } = await readQuestionFile(bytes, 'auto', choices);
	return {
		questions: rows.map(({ value }) => sayQuestion(value)),
		problems: fileProblems.map(({ code }) => code),
		codes: shape?.oldColumns.map(({ code }) => code) ?? null,
		examples: shape?.oldColumns.flatMap(({ examples }) => examples.map(({ after }) => after)) ?? [],
		isConverted: notices.some(({ code }) => code === 'import/old-code-converted')
	};
};
const utf8 = (text: string) => new TextEncoder().encode(text);
const oneByteEach = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0));

test.each([
	['TCVN3', utf8(tcvn3), 'tcvn3' as const, 2],
	['TCVN3 as Notepad saved it', oneByteEach(tcvn3), 'tcvn3' as const, 2],
	['VNI', utf8(vni), 'vni' as const, 1],
	['TCVN3 in Word', docx(tcvn3.split('\n').map((line) => p(line))), 'tcvn3' as const, 2]
])('%s is shown before and after, and read once its code is chosen', async (_, bytes, code, count) => {
	const asked = await read(bytes);
	expect(asked).toMatchObject({ questions: [], problems: ['import/old-font'], codes: [code], isConverted: false });
	expect(asked.examples[0]).toContain('Thủ đô của nước ta');
	const chosen = await read(bytes, { fonts: { 0: code } });
	expect(chosen).toMatchObject({ problems: [], codes: [code], isConverted: true });
	expect(chosen.questions).toHaveLength(count);
	expect(chosen.questions[0]).toBe(first);
});

test('what stands out in a Word file goes on standing out where two signs become one letter', async () => {
	const red = '<w:color w:val="FF0000"/>';
	const [question = '', a = '', , c = ''] = vni.split('\n');
	const file = docx([p(question), p(a), p('B. ', ['Haø Noäi', red]), p(c)]);
	expect((await read(file, { fonts: { 0: 'vni' } })).questions).toEqual([first]);
});

test('GIFT, and a text that is mixed with Unicode: only the words that need it', async () => {
	const gift = 'Thñ ®« cña n­íc ta?{=Hµ Néi ~HuÕ}\n\nThành phố nào ở Tây Nguyên?{=Đà Lạt ~§µ N½ng}';
	expect((await read(utf8(gift), { fonts: { 0: 'tcvn3' } })).questions).toEqual([
		'single Thủ đô của nước ta? {*Hà Nội|Huế}',
		'single Thành phố nào ở Tây Nguyên? {*Đà Lạt|Đà Nẵng}'
	]);
});

test('kept as it is where somebody says so; soft hyphens of any other text go', async () => {
	const kept = await read(utf8(tcvn3), { fonts: { 0: 'keep' } });
	expect(kept).toMatchObject({ problems: [], codes: ['tcvn3'], isConverted: false });
	const word = docx([p('Câu 1: Thủ\u00ad đô?'), p('A. Huế'), p('*B. Hà Nội')]);
	expect((await read(word)).questions).toEqual(['single Thủ đô? {Huế|*Hà Nội}']);
});
