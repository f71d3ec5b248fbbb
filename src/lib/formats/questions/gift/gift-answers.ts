// The answers between the braces of a GIFT question → options and key, by Moodle's order of looking; escaped signs are hidden already.
import { found } from '../../problem.ts';
import { escapeMarks } from '../../question-escapes.ts';
import { middleOf } from '../middle-of.ts';
import { isGrade } from '../moodle-fields.ts';
import { chooseOrder, type QuestionDraft } from '../question-draft.ts';
import { type GiftFormat, readGiftText, showEscapes } from './gift-text.ts';

export function readGiftAnswers(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	if (answers === '') draft.block('type', 'import/kind-not-taken', { kind: 'essay' });
	else if (answers.startsWith('>')) readOrder(draft, answers, format);
	else if (answers.startsWith('#')) readNumber(draft, answers.slice(1), format);
	else if (answers.includes('~')) readChoice(draft, answers, format);
	else if (answers.includes('=') && answers.includes('->')) readPairs(draft, answers, format);
	else readShort(draft, answers, format);
}

interface Answer {
	text: string;
	/** In percent; null when none is written. */
	weight: number | null;
}

/** «%50%text#feedback»; feedback of one answer has no place in the bank. */
function readAnswer(draft: QuestionDraft, raw: string, format: GiftFormat): Answer {
	const weighed = /^%(-*[0-9]{1,3}\.?[0-9]*)%/.exec(raw.trim());
	const rest = weighed ? raw.trim().slice(weighed[0].length) : raw.trim();
	const at = rest.indexOf('#');
	if (at >= 0) draft.leaveOut('option_a', readGiftText(rest.slice(at + 1), format).text);
	const { text, hasPicture } = readGiftText(at < 0 ? rest : rest.slice(0, at), format);
	if (hasPicture) draft.warn('option_a', 'import/picture-left-out', {});
	return { text, weight: weighed ? Number(weighed[1]) : null };
}

/** The parts between the signs; what stands before the first sign is an answer too, unless it is empty. */
function split(answers: string, sign: string): string[] {
	const parts = answers.split(sign);
	return parts[0]?.trim() === '' ? parts.slice(1) : parts;
}

function readChoice(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	const hasOneRight = answers.includes('=');
	const options = split(answers.replaceAll('=', '~='), '~').map((part) => {
		const isFull = part.trim().startsWith('=');
		const answer = readAnswer(draft, isFull ? part.trim().slice(1) : part, format);
		return { text: answer.text, weight: isFull ? 100 : (answer.weight ?? 0) };
	});
	const bad = options.find(({ weight }) => !isGrade(weight));
	if (bad) draft.block('correct', 'import/grade-not-valid', { found: String(bad.weight) });
	const isRight = ({ weight }: { weight: number }) => (hasOneRight ? weight === 100 : weight > 0);
	const half = options.filter((option) => hasOneRight && !isRight(option) && option.weight > 0);
	for (const { text, weight } of half) draft.leaveOut('correct', `${weight}% ${text}`);
	const right = options.flatMap((option, at) => (isRight(option) ? [at] : []));
	const texts = options.map(({ text }) => text);
	// Two full answers of which Moodle takes either one are refused: here both would have to be chosen.
	if (hasOneRight && right.length < 2) draft.choose(texts, right);
	else draft.choose(texts, right, hasOneRight ? 'single' : 'multiple');
}

function readPairs(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	const pairs = split(answers, '=').map((part) => {
		const at = part.indexOf('->');
		return at < 0
			? null
			: { left: readGiftText(part.slice(0, at), format).text, right: showEscapes(part.slice(at + 2)).trim(), part };
	});
	draft.cells.type = 'matching';
	if (pairs.some((pair) => pair === null)) {
		draft.block('option_a', 'import/gift-answer-not-read', { found: found(showEscapes(answers)) });
		return;
	}
	const full = pairs.flatMap((pair) => (pair && pair.left !== '' ? [pair] : []));
	// An answer that belongs to nothing is a distractor; the bank has no place for it.
	for (const pair of pairs) if (pair?.left === '') draft.leaveOut('option_a', pair.right);
	draft.write(full.map(({ left, right }) => `${escapeMarks(left)} = ${escapeMarks(right)}`));
}

function readShort(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	const [said = '', ...feedback] = answers.split('#');
	if (['T', 'TRUE', 'F', 'FALSE'].includes(said.trim())) {
		for (const part of feedback) draft.leaveOut('correct', readGiftText(part, format).text);
		draft.choose(['Đúng', 'Sai'], [said.trim().startsWith('T') ? 0 : 1]);
		return;
	}
	if (/^(true|false|t|f)$/i.test(said.replace(/^\s*=/, '').trim())) {
		draft.warn('correct', 'import/looks-true-false', { found: said.trim() });
	}
	const all = split(answers, '=').map((part) => readAnswer(draft, part, format));
	const full = all.filter(({ weight }) => weight === null || weight === 100);
	for (const { text, weight } of all) if (weight !== null && weight !== 100) draft.leaveOut('correct', text);
	const wild = full.find(({ text }) => text.includes('*'));
	if (wild) draft.block('correct', 'import/wildcard-answer', { found: found(wild.text) });
	draft.cells.type = 'text';
	draft.cells.correct = full.map(({ text }) => escapeMarks(text)).join('; ');
}

/** «1822:5», «1817..1827», «=%100%3.14:0.01 =%50%3:0.5», with a decimal comma as well. */
function readNumber(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	const [numbers = '', ...wrong] = answers.split('~');
	for (const part of wrong) draft.leaveOut('correct', readGiftText(part.replace(/^#/, ''), format).text);
	const all = split(numbers, '=')
		.filter((part) => part.trim() !== '')
		.map((part) => readAnswer(draft, part, format));
	const full = all.filter(({ weight }) => weight === null || weight === 100);
	const [right, ...more] = full;
	for (const { text } of [...all.filter((answer) => !full.includes(answer)), ...more]) draft.leaveOut('correct', text);
	draft.cells.type = 'numeric';
	if (!right) return;
	const between = /^(.+?)\.\.(.+)$/.exec(right.text);
	const [value = '', tolerance = '0'] = between
		? middleOf(between[1] ?? '', between[2] ?? '')
		: right.text.split(':').map((part) => part.trim());
	draft.cells.correct = value.replace('.', ',');
	draft.cells.tolerance = tolerance.replace('.', ',');
}

/** «>ALL VERTICAL», then one item a line in the right order: what Moodle's ordering questions are in GIFT. */
function readOrder(draft: QuestionDraft, answers: string, format: GiftFormat): void {
	const told = /^>[^\S\n]*\d*[^\S\n]*(?:(?:[A-Z_]+|\d)[^\S\n]*)*(?=\n|$)/.exec(answers)?.[0] ?? '>';
	const items = answers
		.slice(told.length)
		.split('\n')
		.map((item) => readGiftText(item, format).text)
		.filter((item) => item !== '');
	chooseOrder(draft, items);
}
