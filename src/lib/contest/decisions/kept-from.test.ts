// Whom a substitute would not mark, for all sessions of the decision at once (R315).
import { expect, test } from 'vitest';
import {
	aContestant,
	aJudge,
	aJudgedPart,
	aPanel,
	aRecord,
	aSheet,
	aStage,
	aTurn
} from '../record/contest-record.fixture.ts';
import type { ContestRecord } from '../record/record.ts';
import { isRefusal } from '../refusal.ts';
import { keptFromSubstitute } from './kept-from.ts';
import { previewDecision } from './preview-decision.ts';

const session = (code: string) => ({ code, title: { vi: code, en: code } });
const stage = aStage({
	sessions: ['S1', 'S2', 'S3'].map(session),
	parts: [aJudgedPart({ code: 'TT', panels: [aPanel({ code: 'BGK' })] })]
});
const numbers = ['TS1', 'TS2', 'TS3', 'TS4'];
const sessions = ['S1', 'S2', 'S3', 'S3'];
/** GK9 comes from the unit of everybody but TS4. */
const record = (changes: Partial<ContestRecord> = {}): ContestRecord =>
	aRecord(
		{ stages: [stage] },
		{
			judges: [
				aJudge('GK1', { panels: ['BGK'] }),
				aJudge('GK2', { panels: ['BGK'] }),
				aJudge('GK9', { panels: [], unit: 'DV1' })
			],
			contestants: numbers.map((number, at) => aContestant(number, { unit: at < 3 ? 'DV1' : 'DV2' })),
			turns: numbers.map((number, at) => aTurn(number, { stage: stage.code, session: sessions[at]! })),
			sheets: [],
			...changes
		}
	);
const proposed = {
	content: { kind: 'substitute', judge: 'GK1', substitute: 'GK9', session: 'S2', onward: true } as const,
	takesBack: null,
	reason: 'đi công tác đột xuất'
};

test('R315 everybody of the unit in the session and those after it is named, nobody before', () => {
	expect(keptFromSubstitute(record(), proposed)).toEqual(['TS2', 'TS3']);
	const preview = previewDecision(record(), proposed);
	expect(isRefusal(preview) ? preview : preview.keptFrom).toEqual(['TS2', 'TS3']);
});

test('R315 nobody is named whose sheet was begun from that seat, who does not compete, or for another judge', () => {
	expect(keptFromSubstitute(record({ sheets: [aSheet('TS2', 'GK1', {}, { stage: stage.code })] }), proposed)).toEqual([
		'TS3'
	]);
	const absent = record().contestants.map((each) =>
		each.number === 'TS3' ? { ...each, status: 'withdrawn' as const } : each
	);
	expect(keptFromSubstitute(record({ contestants: absent }), proposed)).toEqual(['TS2']);
	const free = { ...proposed, content: { ...proposed.content, substitute: 'GK2' } };
	expect(keptFromSubstitute(record(), free)).toEqual([]);
	expect(keptFromSubstitute(record(), { ...proposed, takesBack: 1 })).toEqual([]);
});
