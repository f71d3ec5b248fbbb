// Biên bản chấm thi of one session: every sheet's total, what it adds up to, the code that was signed, and by whom and when.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { said, type PaperBlock, type PaperColumn, type PaperDocument } from '#lib/contest/paper/paper-document.ts';
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import { isoDateOf } from '#lib/formats/vietnamese-date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { MinutesPaper } from '#lib/server/views/minutes-paper.ts';
import {
	handWords,
	interestWords,
	lockWords,
	openedWords,
	sessionName,
	type Hand
} from '../../minutes/minutes-words.ts';
import { headJudgeSigner, secretarySigner } from '../signers.ts';
import { circumstanceWords } from './circumstances.ts';
import { displayPoints, logMark, paperDate } from './say.ts';

export function minutesDocument(paper: MinutesPaper, letterhead: Letterhead, language: 'vi' | 'en'): PaperDocument {
	const { lock, interests = [] } = paper.document;
	const note = (text: string) => said(text, 'note');
	const handNote = (hand: Hand) => `${handWords(hand, paperDate)}.`;
	const nameOf = (role: 'secretary' | 'head_judge') =>
		paper.signed.standing.find((hand) => hand.act === 'signed' && hand.role === role)?.by;
	const secretary = secretarySigner(letterhead);
	const head = headJudgeSigner(letterhead);
	return {
		// Minutes are of the day they close.
		head: paperHead({
			letterhead,
			kind: 'BB',
			day: isoDateOf(new Date(lock.at)),
			language,
			isOneOfMany: !paper.isOnly
		}),
		title: m.minutes_paper_heading(),
		subject: paper.isOnly ? paper.contest.name : `${paper.contest.name} · ${sessionName(paper, language)}`,
		draft: paper.signed.isSigned ? null : m.paper_draft_unsigned(),
		isLandscape: true,
		blocks: [
			note(lockWords(lock, paperDate)),
			note(`${m.minutes_panel()} ${paper.judges.map(({ code, name }) => `${name} (${code})`).join(', ')}.`),
			marksTable(paper, language),
			...interests.map((interest) => note(interestWords(interest))),
			...circumstances(paper, language),
			note(`${m.minutes_code()} ${paper.hash}`),
			...paper.signed.standing.map((hand) => note(handNote(hand))),
			...(paper.opened ? [note(openedWords(paper.opened, paperDate))] : []),
			...paper.signed.void.map((hand): PaperBlock => ({
				kind: 'text',
				style: 'note',
				runs: [{ text: handNote(hand), look: 'struck' }, { text: ` ${m.minutes_void()}` }]
			})),
			...logMark({ count: lock.line, hash: lock.hash })
		],
		signers: [
			{ ...secretary, name: nameOf('secretary') ?? secretary.name },
			{ ...head, name: nameOf('head_judge') ?? head.name }
		],
		recipients: [],
		annexes: []
	};
}

/** A judge's figure is of all parts together, a part's of all judges: unsaid they look alike. */
function marksTable(paper: MinutesPaper, language: 'vi' | 'en'): PaperBlock {
	const points = (value: number | undefined) => (value === undefined ? '–' : displayPoints(value, language));
	const columns: PaperColumn[] = [
		{ title: m.paper_order(), align: 'middle', width: 5 },
		{ title: m.paper_number(), align: 'middle', width: 8 },
		{ title: m.paper_name(), width: 22 },
		...paper.judges.map(({ code }) => ({ title: code, group: m.minutes_sheet_totals(), align: 'number' as const })),
		...paper.parts.map(({ title }) => ({
			title: title[language],
			group: m.minutes_part_points(),
			align: 'number' as const,
			isStrong: true
		}))
	];
	return {
		kind: 'table',
		label: m.minutes_paper_heading(),
		columns,
		rows: paper.document.rows.map((row, index) => ({
			cells: [
				String(index + 1),
				row.number,
				row.status === 'absent' ? `${row.name} (${m.judge_absent()})` : row.name,
				...paper.judges.map(({ code }) => points(row.sheets.find(({ judge }) => judge === code)?.total)),
				...paper.parts.map(({ code }) => points(row.parts[code]?.points))
			]
		}))
	};
}

function circumstances({ circumstances: all }: MinutesPaper, language: 'vi' | 'en'): PaperBlock[] {
	if (all.length === 0) return [];
	return [
		{ kind: 'heading', text: m.minutes_circumstances() },
		{ kind: 'items', items: all.map((each) => circumstanceWords(each, language)) }
	];
}
