// A small contest as it is stored, decided by chance, with some sheets reopened, some still open and some typed from paper (R71).
import { chainHash, firstHash, type ChainedLine } from './event-chain.ts';
import { hashOfComments, hashOfMarks } from './sheet.ts';
import type { StoredEntry } from './stored-entries.ts';
import { anyInterest } from './stored-interests.fixture.ts';
import type { StoredInterest } from './stored-interests.ts';
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
	const entries: StoredEntry[] = [];
	const locks: StoredLock[] = [];
	const hands: StoredHand[] = [];
	const interests: StoredInterest[] = [];
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
	const anyMarks = () => ({ TT1: 25 * below(40), TT2: 25 * below(40), TT3: 25 * below(40) });
	const anyComments = (): Record<string, string> => (below(2) ? { TT1: `Nhận xét ${below(1000)}` } : {});
	/** Closed on the screen and typed once; or twice and locked. */
	const onPaper = (place: Pick<StoredSheet, 'turnId' | 'judgeId' | 'judge'>, number: string) => {
		const common = { ...place, number, signedBy: null, reopenReason: null, reopenedBy: null };
		const begun = { ...common, revision: 1, marks: anyMarks(), comments: anyComments(), lockedAt: null };
		const hashes = ({ marks, comments }: Pick<StoredSheet, 'marks' | 'comments'>) => ({
			marksHash: hashOfMarks(marks),
			commentsHash: hashOfComments(comments)
		});
		const closedAt = Date.parse(record('sheet-to-paper', 's1', { ...place, revision: 1, ...hashes(begun) }));
		sheets.push({ ...begun, closedAt });
		const paperId = `paper-${sheets.length}`;
		const held = { marks: anyMarks(), comments: anyComments() };
		for (const entry of below(4) ? [1, 2] : [1]) {
			const typedBy = { id: `s${entry}`, name: `Người s${entry}` };
			const at = record('paper-typed', typedBy.id, { ...place, paperId, entry, ...hashes(held) });
			entries.push({ ...place, number, paperId, entry, ...structuredClone(held), typedBy, typedAt: Date.parse(at) });
			if (entry === 1) continue;
			const locked = { ...common, ...held, revision: 2, closedAt: null };
			const lockedAt = Date.parse(
				record('sheet-locked', 's2', { ...place, revision: 2, ...hashes(held), signedBy: 'paper' })
			);
			sheets.push({ ...locked, lockedAt });
		}
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
		if (below(2)) interests.push(anyInterest(turn, record, below));
		for (let judge = 1; judge <= 3; judge++) {
			const place = { turnId: `turn-${turn}`, judgeId: `judge-${judge}`, judge: `GK0${judge}` };
			if (below(4) === 0) {
				onPaper(place, `TS0${turn}`);
				continue;
			}
			let reopened: Pick<StoredSheet, 'reopenReason' | 'reopenedBy'> = { reopenReason: null, reopenedBy: null };
			for (let revision = 1; ; revision++) {
				const sheet: StoredSheet = {
					...place,
					number: `TS0${turn}`,
					revision,
					marks: anyMarks(),
					comments: anyComments(),
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
	const end = { count: lines.length, hash: lines.at(-1)?.hash ?? firstHash };
	return { lines, end, sheets, entries, locks, hands, interests };
}
