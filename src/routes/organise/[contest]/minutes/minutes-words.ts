// The words of locking, signing, sealing and opening, shared by the desk and the papers; it must not know who may do what.
import type { Bilingual } from '#lib/contest/ids.ts';
import { m } from '#lib/paraglide/messages.js';
import { displayDate, displayHour } from '#lib/ui/format.ts';

/** Acts that are signed by PIN, in the order they are offered. */
export const signedActs = ['lock', 'sign', 'seal', 'open', 'ask'] as const;
export type SignedAct = (typeof signedActs)[number];

export interface Hand {
	act: 'signed' | 'sealed';
	role: 'head_judge' | 'secretary';
	by: string;
	at: number;
}

export function actWords(act: SignedAct): { label: string; text: string } {
	switch (act) {
		case 'lock':
			return { label: m.minutes_lock(), text: m.minutes_lock_text() };
		case 'sign':
			return { label: m.minutes_sign(), text: m.minutes_sign_text() };
		case 'seal':
			return { label: m.minutes_seal(), text: m.minutes_seal_text() };
		case 'open':
			return { label: m.minutes_open_again(), text: m.minutes_open_text() };
		case 'ask':
			return { label: m.minutes_ask(), text: m.minutes_ask_text() };
	}
}

export function doneWords(act: SignedAct | 'withdraw'): string {
	const done = {
		lock: m.minutes_done_lock,
		sign: m.minutes_done_sign,
		seal: m.minutes_done_seal,
		open: m.minutes_done_open,
		ask: m.minutes_done_ask,
		withdraw: m.minutes_done_withdraw
	};
	return done[act]();
}

/** "Trưởng Ban Giám khảo Nguyễn Văn A đã ký lúc 09:41 ngày 03/02/2026" */
export function handWords({ act, role, by, at }: Hand, date = displayDate): string {
	const who = { role: role === 'head_judge' ? m.log_role_head_judge() : m.log_role_secretary(), name: by };
	const facts = { ...who, time: displayHour(at), date: date(at) };
	return act === 'sealed' ? m.minutes_hand_sealed(facts) : m.minutes_hand_signed(facts);
}

/** Whose hand the minutes of a locked session wait for; null when they are sealed. */
export function awaitedWords(signed: { standing: Hand[]; isSealed: boolean }): string | null {
	if (signed.isSealed) return null;
	const has = (wanted: Hand['role']) => signed.standing.some(({ act, role }) => act === 'signed' && role === wanted);
	if (has('head_judge')) return has('secretary') ? m.minutes_awaits_seal() : m.minutes_awaits_secretary();
	return has('secretary') ? m.minutes_awaits_head_judge() : m.minutes_awaits_both();
}

/** Who asks, why, and whose agreement is waited for. */
export function askedWords(asked: { by: string; reason: string; awaits: keyof typeof awaitedOpening }): string {
	return m.minutes_asked_by({ name: asked.by, reason: asked.reason, awaited: awaitedOpening[asked.awaits]() });
}

const awaitedOpening = {
	head_judge: m.minutes_awaits_opening_head,
	organiser: m.minutes_awaits_opening_organiser,
	either: m.minutes_awaits_opening_either
};

/** "Mở lại lúc 14:55 ngày 03/02/2026: Nguyễn Văn A đề nghị, Trần Thị B đồng ý. Lý do: …." */
export function openedWords(
	{ askedBy, openedBy, at, reason }: { askedBy: string; openedBy: string; at: number; reason: string },
	date = displayDate
): string {
	const people = { asker: askedBy, opener: openedBy, reason };
	return m.minutes_opened_by({ ...people, time: displayHour(at), date: date(at) });
}

export function lockWords({ by, at }: { by: string; at: number | string }, date = displayDate): string {
	return m.minutes_locked_by({ name: by, time: displayHour(at), date: date(at) });
}

export function sessionName(
	{ title, sessionTitle }: { title: Bilingual; sessionTitle: Bilingual | null },
	language: 'vi' | 'en'
): string {
	return sessionTitle ? `${title[language]} · ${sessionTitle[language]}` : title[language];
}

/** "GK03 không chấm TS012: cùng đơn vị." */
export function interestWords({
	judge,
	contestant,
	reason,
	marked
}: {
	judge: string;
	contestant: string;
	reason: string | null;
	marked: boolean;
}): string {
	const facts = { judge, number: contestant, why: reason ?? m.interest_why_unit() };
	return marked ? m.interest_minuted_marked(facts) : m.interest_minuted(facts);
}
