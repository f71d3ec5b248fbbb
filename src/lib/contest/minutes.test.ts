// R149: what minutes hold, which changes give them another hash, and which hands stand under them.
import { describe, expect, test } from 'vitest';
import { aDecision, aJudgedPart } from './record/contest-record.fixture.ts';
import { recordWith } from './result/judged-part.fixture.ts';
import { minutesBlocks } from './minutes-blocks.ts';
import { minutesDocument, minutesHash, signedMinutes, type MinutesFrame, type MinutesHand } from './minutes.ts';

const record = recordWith(aJudgedPart(), { TS01: [4500, 4400], TS02: [4000, 4100] });
const frame: MinutesFrame = {
	contestId: '01890000-0000-7000-8000-000000000001',
	stage: 'CK',
	session: null,
	lock: { by: 'Nguyễn Văn A', at: '2026-07-15T08:00:00.000Z', line: 12, hash: 'a'.repeat(64) },
	turns: [
		{
			number: 'TS01',
			status: 'ended',
			sheets: [{ judge: 'GK1', revision: 1, total: 4500, marksHash: 'b'.repeat(64) }]
		},
		{ number: 'TS02', status: 'absent', sheets: [] }
	]
};
const hash = minutesHash(minutesDocument(record, frame));

test('R149 minutes hold every sheet, what the marks come to in each judged part, and where the log stood at the lock', () => {
	expect(minutesDocument(record, frame)).toMatchObject({
		lock: { line: 12 },
		rows: [
			{ number: 'TS01', status: 'ended', sheets: [{ judge: 'GK1', total: 4500 }], parts: { TT: { points: 4450 } } },
			{ number: 'TS02', status: 'absent', sheets: [], parts: { TT: { points: 4050 } } }
		]
	});
});

describe('R149 another document', () => {
	const sheets = (change: object) => [{ ...frame.turns[0]!.sheets[0]!, ...change }];
	const turns = (change: object) => [{ ...frame.turns[0]!, sheets: sheets(change) }, frame.turns[1]!];
	test.each<[string, Partial<MinutesFrame>]>([
		['a mark', { turns: turns({ marksHash: 'c'.repeat(64) }) }],
		['a revision', { turns: turns({ revision: 2 }) }],
		['a total', { turns: turns({ total: 4425 }) }],
		['a sheet less', { turns: [{ ...frame.turns[0]!, sheets: [] }, frame.turns[1]!] }],
		['another lock', { lock: { ...frame.lock, line: 40, hash: 'd'.repeat(64) } }]
	])('for %s that changed', (_, change) => {
		expect(minutesHash(minutesDocument(record, { ...frame, ...change }))).not.toBe(hash);
	});

	test('for a decision that changes what the marks come to, and none for what is no mark', () => {
		const points = (part: string | null) =>
			aDecision(1, { kind: 'points', stage: 'CK', part, contestant: 'TS01', points: -100 });
		const after = (part: string | null) =>
			minutesHash(minutesDocument({ ...record, decisions: [points(part)] }, frame));
		expect(after('TT')).not.toBe(hash);
		expect(after(null)).toBe(hash);
	});
});

describe('R149 hands', () => {
	const hand = (change: Partial<MinutesHand>): MinutesHand => ({
		act: 'signed',
		role: 'head_judge',
		by: 'Nguyễn Văn A',
		at: 1_800_000_000_000,
		documentHash: hash,
		...change
	});
	const both = [hand({}), hand({ role: 'secretary', by: 'Lê Thị Thư' })];

	test('R149 both sign before it is signed, and the seal counts over both alone', () => {
		expect(signedMinutes([hand({})], hash)).toMatchObject({ isSigned: false, isSealed: false });
		expect(signedMinutes(both, hash)).toMatchObject({ isSigned: true, isSealed: false, void: [] });
		expect(signedMinutes([...both, hand({ act: 'sealed' })], hash)).toMatchObject({ isSealed: true });
		expect(signedMinutes([hand({}), hand({ act: 'sealed' })], hash)).toMatchObject({ isSealed: false });
	});

	test('R149 none stands for another document, nor while the session is open', () => {
		for (const now of ['e'.repeat(64), null])
			expect(signedMinutes(both, now)).toMatchObject({ standing: [], void: both, isSigned: false });
	});

	test('R149 a published result carries those that stand, and nothing where none does', () => {
		const sessions = [{ stage: 'CK', session: null, hash }];
		const [block] = minutesBlocks({ record, sessions, hands: both });
		expect(block).toMatchObject({ hash, session: null, hands: [{ by: 'Nguyễn Văn A' }, { by: 'Lê Thị Thư' }] });
		expect(minutesBlocks({ record, sessions: [{ ...sessions[0]!, hash: 'e'.repeat(64) }], hands: both })).toEqual([]);
	});
});
