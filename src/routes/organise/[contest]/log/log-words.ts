// Kinds of log lines and roles in words, for the server only: the browser need not carry the whole catalogue.
// A kind without words is shown as it is.
import { m } from '#lib/paraglide/messages.js';
import { displayCount, displayPoints } from '#lib/ui/format.ts';
import { decisionForms } from '../decisions/decision-forms.ts';
import { formTitle } from '../decisions/form-words.ts';

interface Subject {
	person: string | null;
	people: number | null;
	judge: string | null;
	parts: Record<'vi' | 'en', string>[];
	round: string | null;
	/** It came about by itself, with the last of those awaited. */
	isWhole: boolean;
	role: string | null;
	attendance: string | null;
	question: number | null;
	decision: string | null;
	draw: string | null;
	total: number | null;
}

const messages: Record<string, unknown> = m;

const draws: Record<string, () => string> = {
	order: m.console_lots_order,
	topics: m.console_lots_topics,
	situations: m.console_lots_situations
};

/** `sheet-locked` → "Nộp và khoá phiếu chấm". */
export function kindWords(kind: string): string {
	return said(`log_kind_${kind.replace(/[/-]/g, '_')}`) ?? kind;
}

function attendanceWords(as: string): string {
	return said(`console_status_${as.replace('-', '_')}`) ?? m.log_attendance_none();
}

export function roleWords(role: string): string {
	return said(`log_role_${role}`) ?? m.log_role_none();
}

/** "TS07 Nguyễn Thị Minh Thu · Chung khảo · 87,50 điểm"; empty where a line is about the contest as a whole. */
export function subjectWords(about: Subject, language: 'vi' | 'en'): string {
	const form = decisionForms.find((each) => each === about.decision);
	return [
		form && formTitle(form),
		about.draw !== null && draws[about.draw]?.(),
		about.person,
		about.people !== null && m.log_people({ count: displayCount(about.people) }),
		about.role !== null && said(`log_role_${about.role}`),
		about.attendance !== null && attendanceWords(about.attendance),
		about.judge,
		about.parts.map((title) => title[language]).join(', '),
		about.round,
		about.isWhole && m.log_calibration_whole(),
		about.question !== null && m.mc_next_question({ number: about.question }),
		about.total !== null && m.log_total({ points: displayPoints(about.total) })
	]
		.filter((each, at, all) => each && each !== all[at - 1])
		.join(' · ');
}

function said(key: string): string | null {
	const message = messages[key];
	return typeof message === 'function' ? String(message()) : null;
}
