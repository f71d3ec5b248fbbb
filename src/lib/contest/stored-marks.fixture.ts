// A small contest as it is stored, decided by chance, with some sheets reopened and some still open (R71).
import { chainHash, firstHash, type ChainedLine } from './event-chain.ts';
import { hashOfComments, hashOfMarks } from './sheet.ts';
import type { LogEnd, StoredRows, StoredSheet } from './stored-marks.ts';
import type { StoredHand, StoredLock } from './stored-minutes.ts';

export interface StoredContest extends StoredRows {
	lines: ChainedLine[];
	end: LogEnd;
}

const startedAt = Date.UTC(2026, 6, 1, 1);

export function anyStored(random: () => number): StoredContest {
	const below = (limit: number) => Math.floor(random() * limit);
	const lines: ChainedLine[] = [];
	const sheets: StoredSheet[] = [];
	const locks: StoredLock[] = [];
	const hands: StoredHand[] = [];
	const record = (kind: string, by: string, payload: object): string => {
		const line = {
			sequence: lines.length + 1,
			at: new Date(startedAt + lines.length * 1000 + below(1000)).toISOString(),
			actor: { role: 'judge', id: by, name: `Người ${by}` },
			kind,
			payload
		};
		const previousHash = lines.at(-1)?.hash ?? firstHash;
		lines.push({ ...line, previousHash, hash: chainHash(previousHash, line) });
		return line.at;
	};
	record('contest-created', 'o1', { name: 'Hội thi' });
	/** Locked, signed by some, and perhaps asked to be opened, or opened again by another. */
	const lockOne = (turn: number): void => {
		const whose = { lockId: `lock-${turn}`, stage: 'CK', session: below(2) ? `S${turn}` : null };
		const at = Date.parse(record('session-locked', 'head', { ...whose, turnIds: [`turn-${turn}`], signedBy: 'pin' }));
		const open = { askedBy: null, askedAt: null, reason: null, openedBy: null, openedAt: null };
		const lock: StoredLock = {
			id: whose.lockId,
			stage: 'CK',
			session: whose.session,
			lockedBy: 'head',
			lockedAt: at,
			...open
		};
		locks.push(lock);
		for (const role of ['head_judge', 'secretary'].slice(0, below(3))) {
			const hand = {
				id: `hand-${turn}-${role}`,
				lockId: lock.id,
				act: 'signed' as const,
				role,
				documentHash: 'a'.repeat(64)
			};
			const told = { ...whose, signatureId: hand.id, role, documentHash: hand.documentHash };
			hands.push({ ...hand, signedBy: role, signedAt: Date.parse(record('minutes-signed', role, told)) });
		}
		if (below(2) === 0) return;
		const reason = `Chấm nhầm ${below(1000)}`;
		const askedAt = Date.parse(record('session-opening-asked', 'o1', { ...whose, reason, signedBy: 'pin' }));
		if (below(3) === 0) return void record('session-opening-withdrawn', 'head', whose);
		Object.assign(lock, { askedBy: 'o1', askedAt, reason });
		if (below(2) === 0) return;
		const openedAt = Date.parse(record('session-opened', 'head', { ...whose, reason, signedBy: 'pin' }));
		Object.assign(lock, { openedBy: 'head', openedAt });
	};
	for (let turn = 1; turn <= 3; turn++) {
		for (let judge = 1; judge <= 3; judge++) {
			const place = { turnId: `turn-${turn}`, judgeId: `judge-${judge}`, judge: `GK0${judge}` };
			let reopened: Pick<StoredSheet, 'reopenReason' | 'reopenedBy'> = { reopenReason: null, reopenedBy: null };
			for (let revision = 1; ; revision++) {
				const sheet: StoredSheet = {
					...place,
					number: `TS0${turn}`,
					revision,
					marks: { TT1: 25 * below(40), TT2: 25 * below(40), TT3: 25 * below(40) },
					comments: below(2) ? { TT1: `Nhận xét ${below(1000)}` } : {},
					lockedAt: null,
					closedAt: null,
					signedBy: null,
					...reopened
				};
				sheets.push(sheet);
				if (below(6) === 0) break;
				const { marks, comments } = sheet;
				const signed = { marksHash: hashOfMarks(marks), commentsHash: hashOfComments(comments), signedBy: 'pin' };
				sheet.signedBy = `account-${judge}`;
				sheet.lockedAt = Date.parse(record('sheet-locked', sheet.signedBy, { ...place, revision, ...signed }));
				if (below(4) > 0) break;
				const reason = `Nhầm thí sinh ${below(1000)}`;
				reopened = { reopenReason: reason, reopenedBy: 'head' };
				record('sheet-reopened', 'head', { ...place, revision: revision + 1, reason, signedBy: 'pin' });
			}
			if (below(3) === 0) record('standings-shown', 'o1', { to: 'hall', shown: below(2) === 0 });
		}
		if (below(2) === 0) lockOne(turn);
	}
	return { lines, end: { count: lines.length, hash: lines.at(-1)?.hash ?? firstHash }, sheets, locks, hands };
}
