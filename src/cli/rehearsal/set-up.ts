// Prepares a contest for a rehearsal through the use cases: sample, check-in, lots, slips, judges with passwords.
import { isRefusal, type Refusal } from '#lib/contest/refusal.ts';
import { isJudged } from '#lib/contest/rules/parts.ts';
import { allParts } from '#lib/contest/rules/rules.ts';
import { ruleTemplates, type TemplateCode } from '#lib/contest/rules/templates.ts';
import type { App } from '#lib/server/app.ts';
import { seatOf } from '#lib/server/sessions.ts';
import { checkInContestant } from '#lib/server/usecases/check-in-contestant.ts';
import { createContest } from '#lib/server/usecases/create-contest.ts';
import { createRound } from '#lib/server/usecases/create-round.ts';
import { drawLots } from '#lib/server/usecases/draw-lots.ts';
import { freezeLots } from '#lib/server/usecases/freeze-lots.ts';
import { issueSlips, type PrintedSlip } from '#lib/server/usecases/issue-slips.ts';
import { loadSample } from '#lib/server/usecases/load-sample.ts';
import type { StaffSeat } from '#lib/server/seat.ts';
import { makeVisitor, type Visitor } from './visitor.ts';

const witnesses = ['12', '34', '56'].map((said, at) => ({ name: `Đại biểu ${at + 1}`, said }));

export interface PreparedContest {
	contestId: string;
	roundId: string | null;
	slips: PrintedSlip[];
	judges: { code: string; accountId: string; visitor: Visitor; password: string }[];
}

/** The value, or an end to the rehearsal that names the refusal. */
export function granted<T>(result: T | Refusal, what: string): T {
	if (isRefusal(result)) throw new Error(`${what}: ${result.refused} ${JSON.stringify(result.details)}`);
	return result;
}

/** The seat of a signed-in visitor, as the server sees it. */
export async function staffSeat(app: App, visitor: Visitor): Promise<StaffSeat> {
	const seat = await seatOf(app, visitor.cookie.split('=')[1]);
	if (seat.kind !== 'staff') throw new Error('the visitor is not signed in');
	return seat;
}

export async function prepareContest(
	app: App,
	organiser: Visitor,
	template: TemplateCode,
	name: string,
	questions: number
): Promise<PreparedContest> {
	const { contestId } = granted(
		await createContest(app, await staffSeat(app, organiser), {
			template,
			name,
			organiser: 'Đảng ủy Khối các cơ quan tỉnh',
			place: 'Hội trường Khối các cơ quan tỉnh',
			heldOn: '2021-07-20',
			isRehearsal: true
		}),
		'create contest'
	);
	const seat = await staffSeat(app, organiser);
	const sample = granted(await loadSample(app, seat, { contestId }), 'load sample');
	const slips = granted(await issueSlips(app, seat, { contestId, who: 'all' }), 'issue slips').result;
	const contestantIds = slips.flatMap(({ contestant }) => contestant?.id ?? []);
	granted(await checkInContestant(app, seat, { contestId, contestantIds, as: 'present' }), 'check in');
	const hasTurns = allParts(ruleTemplates[template]).some(isJudged);
	for (const kind of hasTurns ? (['order', 'topics', 'situations'] as const) : []) {
		granted(await freezeLots(app, seat, { contestId, kind }), `freeze ${kind}`);
		granted(await drawLots(app, seat, { contestId, kind, witnesses }), `draw ${kind}`);
	}
	const quiz = template === 'ba-phan' ? null : 'KT';
	const round = quiz
		? granted(
				await createRound(app, seat, {
					contestId,
					partCode: quiz,
					title: 'Phần thi kiến thức',
					pick: { kind: 'draw', seed: '12 34 56', count: questions }
				}),
				'create round'
			).result
		: null;
	const judges = await Promise.all(
		sample.judges.map(async ({ code, accountId, invitation }) => {
			const visitor = makeVisitor(organiser.origin);
			const password = `giam-khao-${code}`;
			await visitor.post(`/welcome/${invitation}`, { password });
			return { code, accountId, visitor, password };
		})
	);
	return { contestId, roundId: round?.roundId ?? null, slips, judges };
}
