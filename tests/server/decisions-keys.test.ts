// Who sees and corrects a key: before the hall was shown it and after (R245).
import { describe, expect, it } from 'vitest';
import { confirmDecision } from '../../src/lib/server/usecases/confirm-decision.ts';
import { rejectDecision } from '../../src/lib/server/usecases/reject-decision.ts';
import { contestLog } from '../../src/lib/server/views/contest-log.ts';
import { decisionsDesk } from '../../src/lib/server/views/decisions-desk.ts';
import {
	confirm,
	correctKey,
	decidingWorld,
	granted,
	places,
	preview,
	propose,
	reason,
	seenBy,
	voidC5
} from './deciding-contest.ts';

const world = decidingWorld();

describe('a key', () => {
	it('R245 a key the hall has not seen is seen by nobody who may not see the bank, not in desk, preview, history or log', async () => {
		const { contestId } = world.contest;
		const content = correctKey('C5', 'B');
		for (const seat of [world.contest.head, world.contest.secretary])
			for (const decision of [content, voidC5])
				expect(await preview(world.contest, seat, { content: decision })).toMatchObject({
					refused: 'access/not-allowed'
				});
		const id = await propose(world.contest, world.contest.first, { content });
		const seen = await seenBy(world.contest, world.contest.second, id);
		const given = { contestId, proposalId: id, seen };
		expect(await confirmDecision(world.app, world.contest.head, given)).toMatchObject({
			refused: 'access/not-allowed'
		});
		expect(await rejectDecision(world.app, world.contest.head, { contestId, proposalId: id, reason })).toMatchObject({
			refused: 'access/not-allowed'
		});
		const secret = /C5|C9|\["B"\]|B, |câu hỏi/;
		for (const seat of [world.contest.head, world.contest.secretary]) {
			const desk = granted(await decisionsDesk(world.app, seat, contestId));
			expect(desk.open).toMatchObject([{ what: null, diff: null, seen: '', can: { confirm: false, reject: false } }]);
			expect(JSON.stringify(desk)).not.toMatch(secret);
		}
		granted(await confirm(world.contest, world.contest.second, id));
		expect(JSON.stringify(granted(await decisionsDesk(world.app, world.contest.head, contestId)))).not.toMatch(secret);
		const log = JSON.stringify(granted(await contestLog(world.app, world.contest.head, contestId, null)));
		expect(log).not.toMatch(/C5|\[\\?"B/);
		// Nobody at all is offered the key of a question that has not been asked.
		const desk = granted(await decisionsDesk(world.app, world.contest.first, contestId, { keyOf: 'C5' }));
		expect(desk.choices.questions.map(({ code, key }) => `${code} ${key ? JSON.stringify(key.correct) : '–'}`)).toEqual(
			[...['C1 –', 'C2 –', 'C3 –', 'C4 –'], 'C5 {"kind":"options","options":["B"]}']
		);
		expect(desk.choices.questions.map(({ code }) => code)).not.toContain('C9');
		expect(new Set(desk.choices.questions.map(({ round }) => round))).toEqual(new Set(['Vòng thi']));
		expect(await preview(world.contest, world.contest.first, { content: correctKey('C9', 'A') })).toMatchObject({
			refused: 'decision/question-not-sealed',
			field: 'question'
		});
	});

	it('R245 a key the hall has seen is corrected by an organiser and the head judge, and stands in the log', async () => {
		const { contestId } = world.contest;
		await world.fresh.sql`update round_question set revealed_at = now() from question
			where question.id = question_id and code = 'C5' and contest_id = ${contestId}`;
		const content = correctKey('C5', 'B');
		const id = await propose(world.contest, world.contest.secretary, { content });
		const [open] = granted(await decisionsDesk(world.app, world.contest.first, contestId)).open;
		expect(open?.confirmers).toEqual(
			[world.contest.head, world.contest.first, world.contest.second].map(({ name }) => name).sort()
		);
		const seen = granted(await decisionsDesk(world.app, world.contest.head, contestId, { keyOf: 'C5' }));
		expect(seen.open).toMatchObject([
			{ what: { vi: 'Sửa đáp án câu C5 thành B' }, can: { confirm: true, reject: true } }
		]);
		// Only what was revealed is offered, and never the key of another question.
		expect(seen.choices.questions.map(({ code, key }) => [code, key !== null])).toEqual([['C5', true]]);
		granted(await confirm(world.contest, world.contest.head, id));
		expect(await places(world.contest)).toEqual(['1 TS01 8000', '2 TS03 6000', '3 TS02 4000', '3 TS04 4000']);
		const log = JSON.stringify(granted(await contestLog(world.app, world.contest.head, contestId, null)));
		expect(log).toMatch(/C5/);
		expect(await preview(world.contest, world.contest.head, { content: correctKey('C4', 'D') })).toMatchObject({
			refused: 'access/not-allowed'
		});
	});
});
