// Tờ trình and quyết định khen thưởng: who is to receive what, as proposed by the committee and as decided. Without a complete result both are drafts.
import { numberInWords } from '#lib/contest/paper/number-in-words.ts';
import { placeAndDate } from '#lib/contest/paper/letterhead-forms.ts';
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { said, type PaperBlock, type PaperDocument, type PaperRun } from '#lib/contest/paper/paper-document.ts';
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import { m } from '#lib/paraglide/messages.js';
import type { AwardWinner, AwardWinners } from '#lib/server/views/award-winners.ts';
import { issuerSigner } from '../signers.ts';
import { displayPoints } from './say.ts';

type Language = 'vi' | 'en';

export function proposalDocument(found: AwardWinners, letterhead: Letterhead, language: Language): PaperDocument {
	const { contest, winners, isComplete } = found;
	return {
		head: paperHead({ letterhead, kind: 'TTr', day: null, language }),
		title: m.paper_proposal_heading(),
		subject: m.paper_proposal_subject({ contest: contest.name }),
		draft: isComplete ? null : m.paper_draft(),
		isLandscape: false,
		blocks: [
			{
				kind: 'text',
				style: 'line',
				runs: [{ text: m.paper_addressed_to({ body: letterhead.authority.body }), look: 'strong' }]
			},
			...grounds(letterhead),
			said(m.paper_proposal_held({ contest: contest.name, ...heldAt(found, language) }), 'body'),
			said(m.paper_proposal_asks({ body: letterhead.committee.body, ...counted(winners, language) }), 'body'),
			...byAward(winners, language),
			winnersTable(winners, language),
			said(m.paper_proposal_end({ body: letterhead.committee.body }), 'body')
		],
		signers: [issuerSigner(letterhead)],
		recipients: letterhead.recipients,
		annexes: []
	};
}

export function decisionDocument(found: AwardWinners, letterhead: Letterhead, language: Language): PaperDocument {
	const { contest, winners, isComplete } = found;
	const article = (number: number, text: string): PaperBlock => {
		const runs: PaperRun[] = [{ text: `${m.paper_article({ number })} `, look: 'strong' }, { text }];
		return { kind: 'text', style: 'body', runs };
	};
	const { committee, authority, numbers } = letterhead;
	const proposal = m.paper_decision_upon({
		body: committee.body,
		number: numbers.TTr?.number || '……',
		date: numbers.TTr?.day ? placeAndDate('', numbers.TTr.day, language) : m.paper_some_day()
	});
	return {
		head: paperHead({ letterhead, kind: 'QĐ', day: null, language, by: 'authority' }),
		title: m.paper_decision_heading(),
		subject: m.paper_decision_subject({ contest: contest.name }),
		draft: isComplete ? null : m.paper_draft(),
		isLandscape: false,
		blocks: [
			...grounds(letterhead),
			said(proposal, 'body', 'italic'),
			said(`${authority.body} ${m.paper_decides()}`, 'centre'),
			article(1, m.paper_decision_awards({ contest: contest.name, ...counted(winners, language) })),
			article(2, m.paper_decision_duty({ body: committee.body })),
			article(3, m.paper_decision_force())
		],
		signers: [issuerSigner(letterhead, 'authority')],
		recipients: letterhead.recipients,
		annexes:
			winners.length === 0
				? []
				: [
						{
							title: m.paper_decision_list(),
							subject: m.paper_decision_annex({ body: authority.body }),
							blocks: [winnersTable(winners, language)]
						}
					]
	};
}

function grounds(letterhead: Letterhead): PaperBlock[] {
	return letterhead.grounds.map((ground) =>
		said(m.paper_ground({ ground: ground.replace(/[;.]$/, '') }), 'body', 'italic')
	);
}

function heldAt({ contest }: AwardWinners, language: Language) {
	return { date: placeAndDate('', contest.heldOn, language), place: contest.place || '………………' };
}

function counted(winners: AwardWinner[], language: Language) {
	return { count: winners.length, words: numberInWords(winners.length, language) };
}

/** "02 (hai) Giải Nhất; …" in the order of the plan. */
function byAward(winners: AwardWinner[], language: Language): PaperBlock[] {
	const groups = [...Map.groupBy(winners, ({ award }) => award[language])];
	const items = groups.map(([award, { length }], at) => {
		const words = numberInWords(length, language);
		return (
			m.paper_awards_of({ count: String(length).padStart(2, '0'), words, award }) +
			(at === groups.length - 1 ? '.' : ';')
		);
	});
	return items.length > 0 ? [{ kind: 'items', items }] : [];
}

function winnersTable(winners: AwardWinner[], language: Language): PaperBlock {
	const hasGifts = winners.some(({ gift }) => gift !== '');
	return {
		kind: 'table',
		label: m.paper_decision_list(),
		columns: [
			{ title: m.paper_order(), align: 'middle', width: 6 },
			{ title: m.paper_number(), align: 'middle', width: 10 },
			{ title: m.paper_name(), width: 25 },
			{ title: m.paper_unit() },
			{ title: m.paper_total(), align: 'number', width: 10 },
			{ title: m.paper_award(), width: 18, isStrong: true },
			...(hasGifts ? [{ title: m.paper_gift(), width: 17 }] : [])
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
