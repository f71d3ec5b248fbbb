// Tờ trình and quyết định khen thưởng: who is to receive what, as proposed by the committee and as decided. While the result may change both are drafts (R350).
import { numberInWords } from '#lib/contest/paper/number-in-words.ts';
import { letterheadForms, placeAndDate } from '#lib/contest/paper/letterhead-forms.ts';
import { paperHead, paperNumber } from '#lib/contest/paper/paper-head.ts';
import { said, type PaperBlock, type PaperDocument, type PaperRun } from '#lib/contest/paper/paper-document.ts';
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AwardWinner, AwardWinners } from '#lib/server/views/award-winners.ts';
import { draftWords } from '../draft-words.ts';
import { issuerSigner } from '../signers.ts';
import { displayPoints } from './say.ts';

type Language = 'vi' | 'en';

export function proposalDocument(found: AwardWinners, letterhead: Letterhead, language: Language): PaperDocument {
	const { contest, winners, state } = found;
	const draft = draftWords(state) || null;
	const to = letterhead.authority.body;
	return {
		head: paperHead({ letterhead, kind: 'TTr', day: null, language }),
		title: m.paper_proposal_heading(),
		subject: m.paper_proposal_subject({ contest: contest.name }),
		draft,
		isLandscape: false,
		blocks: [
			said(m.paper_addressed_to({ body: to }), 'centre'),
			...grounds(letterhead),
			...(winners.length === 0
				? [said(m.paper_no_winners(), 'body')]
				: [
						said(m.paper_proposal_held({ contest: contest.name, ...heldAt(found, language) }), 'body'),
						said(m.paper_proposal_asks({ body: letterhead.committee.body, to, ...counted(winners, language) }), 'body'),
						...byAward(winners, language),
						winnersTable(winners, language),
						said(m.paper_proposal_end({ to }), 'body')
					])
		],
		signers: draft ? [] : [issuerSigner(letterhead)],
		recipients: draft ? [] : letterhead.recipients.map((line) => line.replace(articleAbove, m.paper_as_above())),
		annexes: []
	};
}

export function decisionDocument(found: AwardWinners, letterhead: Letterhead, language: Language): PaperDocument {
	const { contest, winners, state } = found;
	const draft = draftWords(state) || null;
	const article = (number: number, text: string): PaperBlock => {
		const runs: PaperRun[] = [{ text: `${m.paper_article({ number })} `, look: 'strong' }, { text }];
		return { kind: 'text', style: 'body', runs };
	};
	const { committee, authority } = letterhead;
	const { decides } = letterheadForms[letterhead.form];
	const named = (kind: 'TTr' | 'QĐ', by: 'committee' | 'authority') => referenceTo(letterhead, { kind, by, language });
	const who = decidingBody(letterhead);
	const centred = (text: string) => said(text.toLocaleUpperCase(language), 'centre', 'strong');
	return {
		head: paperHead({ letterhead, kind: 'QĐ', day: null, language, by: 'authority' }),
		title: m.paper_decision_heading(),
		subject: m.paper_decision_subject({ contest: contest.name, winners: kindOf(winners) }),
		draft,
		isLandscape: false,
		blocks: [
			...(decides === 'above' ? [centred(who)] : []),
			...grounds(letterhead, m.paper_decision_upon({ body: committee.body, reference: named('TTr', 'committee') })),
			centred(decides === 'above' ? `${m.paper_decides()}:` : `${who} ${m.paper_decides()}`),
			...(winners.length === 0
				? [said(m.paper_no_winners(), 'body')]
				: [
						article(1, m.paper_decision_awards({ contest: contest.name, ...counted(winners, language) })),
						article(2, m.paper_decision_duty({ body: committee.body, winners: kindOf(winners) })),
						article(3, m.paper_decision_force())
					])
		],
		signers: draft ? [] : [issuerSigner(letterhead, 'authority')],
		recipients: draft ? [] : letterhead.recipients,
		annexes:
			winners.length === 0
				? []
				: [
						{
							title: m.paper_decision_list(),
							subject: m.paper_decision_annex({ body: authority.body, reference: named('QĐ', 'authority') }),
							blocks: [winnersTable(winners, language)]
						}
					]
	};
}

/** The recipients are written once, for a decision: a proposal has no articles and names those it is addressed to. */
const articleAbove = /^Như Điều \d+/;

/** In the form's own way; the proposal is the last of them. */
function grounds(letterhead: Letterhead, proposal?: string): PaperBlock[] {
	const { before, look, end } = letterheadForms[letterhead.form].grounds;
	const lines = letterhead.grounds.map((ground) => m.paper_ground({ ground: ground.replace(/[;.]$/, '') }));
	return [...lines, ...(proposal ? [proposal + end] : [])].map((line) =>
		said(before + line, 'body', look ?? undefined)
	);
}

/** The body as a whole, or the office that decides by itself: "Chủ tịch Ủy ban nhân dân tỉnh". */
function decidingBody({ authority: { behalf, deputyFor, title, body } }: Letterhead): string {
	return behalf === 'none' ? `${deputyFor || title} ${body}` : body;
}

/** "số 15/TTr-BTC ngày 02 tháng 12 năm 2026", as far as number and day are given. */
function referenceTo(
	letterhead: Letterhead,
	{ kind, by, language }: { kind: 'TTr' | 'QĐ'; by: 'committee' | 'authority'; language: Language }
): string {
	const { number: given = '', day = '' } = letterhead.numbers[kind] ?? {};
	const number = paperNumber(letterhead, { kind, number: given || '……', by });
	const date = day ? placeAndDate('', day, language) : m.paper_some_day();
	return number ? m.paper_reference({ number, date }) : date;
}

function heldAt({ contest }: AwardWinners, language: Language) {
	return { date: placeAndDate('', contest.heldOn, language), place: contest.place || '………………' };
}

function counted(winners: AwardWinner[], language: Language) {
	const count = winners.length;
	return { count, words: numberInWords(count, language), winners: kindOf(winners) };
}

/** "cá nhân", "tập thể" or both. */
function kindOf(winners: AwardWinner[]): string {
	const units = winners.filter(({ number }) => number === null).length;
	if (units === 0) return m.paper_winners_persons();
	return units === winners.length ? m.paper_winners_units() : m.paper_winners_both();
}

/** "- 02 (hai) Giải Nhất;", a line each in the order of the plan. */
function byAward(winners: AwardWinner[], language: Language): PaperBlock[] {
	const groups = [...Map.groupBy(winners, ({ award }) => award[language])];
	return groups.map(([award, { length }], at) => {
		const words = numberInWords(length, language);
		const line = m.paper_awards_of({ count: String(length).padStart(2, '0'), words, award });
		return said(`- ${line}${at === groups.length - 1 ? '.' : ';'}`, 'body');
	});
}

function winnersTable(winners: AwardWinner[], language: Language): PaperBlock {
	const hasGifts = winners.some(({ gift }) => gift !== '');
	return {
		kind: 'table',
		label: m.paper_decision_list(),
		columns: [
			{ title: m.paper_order(), align: 'middle', width: 5 },
			{ title: m.paper_number(), align: 'middle', width: 8 },
			{ title: m.paper_name(), width: hasGifts ? 20 : 25 },
			{ title: m.paper_unit() },
			{ title: m.paper_total(), align: 'number', width: 8 },
			{ title: m.paper_award(), width: 16, isStrong: true },
			...(hasGifts ? [{ title: m.paper_gift(), width: 20 }] : [])
		],
		rows: winners.map(({ award, gift, number, name, unit, total }, at) => ({
			cells: [
				String(at + 1),
				number ?? '',
				name,
				unit,
				total === null ? '' : displayPoints(total, language),
				award[language],
				...(hasGifts ? [gift] : [])
			]
		}))
	};
}
