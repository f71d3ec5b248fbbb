// Biên bản hội ý: what one consultation was about and came to, in four parts as minutes have them.
import { paperHead } from '#lib/contest/paper/paper-head.ts';
import { said, type PaperBlock, type PaperDocument } from '#lib/contest/paper/paper-document.ts';
import type { Letterhead } from '#lib/contest/paper/letterhead.ts';
import { isoDateOf } from '#lib/formats/vietnamese-date.ts';
import { m } from '#lib/paraglide/messages.js';
import type { ConsultationMinutes, Minutes } from '#lib/server/views/consultation-minutes.ts';
import { actionWords, foundWords } from '../../../../judge/difference-words.ts';
import { headJudgeSigner, secretarySigner } from '../signers.ts';
import { displayHour, displayPoints, logMark, paperDate } from './say.ts';

export function consultationDocument(
	{ contest, secretary, log }: ConsultationMinutes,
	minutes: Minutes,
	letterhead: Letterhead,
	language: 'vi' | 'en'
): PaperDocument {
	const heading = (text: string): PaperBlock => ({ kind: 'heading', text });
	const when = m.paper_consultation_when({
		begun: displayHour(minutes.begunAt),
		ended: displayHour(minutes.endedAt),
		date: paperDate(minutes.begunAt)
	});
	const became = becameWords(minutes);
	const head = headJudgeSigner(letterhead);
	const clerk = secretarySigner(letterhead);
	return {
		head: paperHead({ letterhead, kind: 'BB', day: isoDateOf(new Date(minutes.endedAt)), language, isOneOfMany: true }),
		title: m.paper_consultation_heading(),
		subject: contest.name,
		draft: draftWords(minutes),
		isLandscape: false,
		blocks: [
			said(when, 'line', 'italic'),
			heading(m.paper_consultation_who()),
			said(
				`${m.paper_consultation_leader({ name: minutes.leader })} ${m.paper_consultation_members({ names: people(minutes.present) })}`
			),
			heading(m.paper_consultation_about()),
			said(aboutWords(minutes, language)),
			said(measuredWords(minutes)),
			marksTable(minutes),
			heading(m.paper_consultation_said()),
			...(minutes.note ? [said(minutes.note.replace(/[^.!?…]$/, '$&.'))] : []),
			heading(m.paper_consultation_concluded()),
			said(cameToWords(minutes, language)),
			...(became ? [said(became)] : []),
			...logMark(log, m.paper_consultation_lines({ begun: minutes.begunLine, ended: minutes.endedLine }))
		],
		signers: [
			{ ...clerk, name: clerk.name || secretary },
			{ lines: [m.paper_sign_members()], name: '' },
			{ ...head, name: head.name || minutes.leader }
		],
		recipients: [],
		annexes: []
	};
}

/** Why what it came to does not stand yet; null when it does. */
function draftWords({ decision, after }: Minutes): string | null {
	if (decision?.state === 'open') return m.paper_draft_unconfirmed();
	return after === null ? m.paper_draft_unsettled() : null;
}

function people(some: { code: string; name: string }[]): string {
	return some.map(({ code, name }) => `${name} (${code})`).join(', ');
}

function aboutWords({ number, name, unit, part, panel }: Minutes, language: 'vi' | 'en'): string {
	return m.paper_consultation_contestant({ number, name, unit, part: part[language], panel: panel[language] });
}

function measuredWords({ metric, level, measured }: Minutes): string {
	const asked = level ? m.consult_by_rules({ action: actionWords[level.action]() }) : '';
	return `${foundWords(metric, level, measured)} ${asked}`.trim();
}

function marksTable(minutes: Minutes): PaperBlock {
	const points = (value: number | null) => (value === null ? '–' : displayPoints(value));
	const after = minutes.after === null ? m.paper_consultation_unsettled() : points(minutes.after);
	return {
		kind: 'table',
		label: m.paper_consultation_about(),
		columns: [
			{ title: m.paper_judge() },
			{ title: m.paper_consultation_then(), align: 'number', width: 24 },
			{ title: m.paper_consultation_after(), align: 'number', width: 24 }
		],
		rows: [
			...minutes.sheets.map(({ code, name, before, after: now, isFar }) => ({
				cells: [`${code} ${name}${isFar ? ` (${m.consult_far().toLowerCase()})` : ''}`, points(before), points(now)]
			})),
			{ cells: [m.paper_consultation_panel(), points(minutes.before), after], isStrong: true }
		]
	};
}

function cameToWords({ cameTo, decision, sheets }: Minutes, language: 'vi' | 'en'): string {
	if (cameTo.kind === 'adjourned') return m.paper_consultation_adjourned();
	if (cameTo.kind !== 'revise') return decision ? `${decision.what[language]}.` : '';
	const { judges } = cameTo;
	return m.paper_consultation_revise({ names: people(sheets.filter(({ code }) => judges.includes(code))) });
}

function becameWords({ decision }: Minutes): string {
	if (!decision) return '';
	const { by, settledBy, sequence, state } = decision;
	if (state === 'open') return m.paper_consultation_open({ by });
	if (state !== 'confirmed') return m.paper_consultation_rejected({ by });
	return m.paper_consultation_confirmed({ by, other: settledBy ?? '', sequence: sequence ?? '' });
}
