// The day from the first call to the published result: issue 5, show 1. What happens when is `day-plan.ts`.
import { m } from '../../../src/lib/paraglide/messages.js';
import { expect, test } from '../../browser/fixtures.ts';
import { pressNext } from '../../browser/journey-steps.ts';
import { lineOf, type Line } from '../../browser/weak-line.ts';
import { decide, endSession, mark, openHall, openTablet, perTurn, sign, toDesk } from './day-hall.ts';
import { aside, cutOff, onPaper, panelOf, recused, replaced, substitute } from './day-plan.ts';
import { everyMarkIsARow, logHolds, minutesSayItAll, publish, totalsHold } from './day-proof.ts';
import { dayRules, sessions } from './day-rules.ts';
import {
	askThird,
	goOverToPaper,
	markCutOff,
	reasons,
	reopenAndSign,
	returnAll,
	talkOver,
	typePaper
} from './out-of-the-ordinary.ts';

const seed = Number(process.env.DAY_SEED ?? 1);
const size = Number(process.env.DAY_CONTESTANTS ?? 54);

test('seven judges mark three sessions, and nothing of what went otherwise is lost', async ({
	house,
	people,
	noise
}) => {
	// What a browser says of a line that was cut on purpose.
	noise.expect(/ERR_INTERNET_DISCONNECTED|Failed to fetch|WebSocket is already in CLOSING/);
	const beganAt = performance.now();
	const plan = house.contest({ template: 'ba-phan' }).sample().judgesAside(aside).rules(dayRules);
	const contest = await (size < 54 ? plan.keeping(size) : plan).lots();
	const hall = await openHall(house, people, contest, seed, size);
	const { judges, organiser, turns } = hall;
	const day = hall.plan;
	console.log(`  seed ${seed}: ${size} contestants, ${sessions.length} sessions`);
	const lines = new Map<string, Line>();
	for (const code of cutOff) lines.set(code, await lineOf(judges.get(code)!));

	const recusal = { [m.decide_judge()]: recused, [m.decide_contestant()]: turns[day.recusalAt]!.number };
	await decide(hall, 'recusal', recusal, reasons.recusal);
	await toDesk(hall.head, contest);

	for (const [at, turn] of turns.entries()) {
		const session = Math.floor(at / day.perSession);
		const isFirst = at % day.perSession === 0;
		if (isFirst && session === 1) {
			for (const { code } of sessions.slice(1)) {
				const fields = { [m.decide_judge()]: replaced, [m.decide_substitute()]: substitute };
				await decide(hall, 'substitute', { ...fields, [m.decide_session()]: code }, reasons.substitute);
			}
			await judges.get(replaced)!.context().close();
			judges.delete(replaced);
			judges.set(substitute, await openTablet(people, contest, substitute));
			expect(judges.size).toBe(7);
		}
		if (isFirst) {
			await toDesk(hall.head, contest);
			await organiser.goto(`/organise/${contest.id}/stage`);
		}
		const isCut = day.cutAt.includes(at);
		const isPaper = day.paperAt.includes(at);
		if (at === day.cutAt[0]) for (const line of lines.values()) await line.cut();

		await perTurn(hall, at === 0, turn);
		const marking = panelOf(session).filter((code) => !(code === recused && at === day.recusalAt));
		const away = marking.filter((code) => (isCut && cutOff.includes(code)) || (isPaper && code === onPaper));
		const there = marking.filter((code) => !away.includes(code));
		const others = away.map((code) => {
			const marks = day.marks(at, code);
			if (isPaper) return goOverToPaper(hall, turn, marks, at === day.paperAt[0]);
			return markCutOff(hall, code, turn, marks, (day.cutAt.indexOf(at) + 1) * hall.criteria.length);
		});
		await Promise.all([...there.map((code) => mark(hall, code, turn, day.marks(at, code))), ...others]);
		await pressNext(organiser, m.turns_end());
		await Promise.all(there.map((code) => sign(hall, code, turn, day.marks(at, code))));

		if (isPaper) await typePaper(hall, turn, day.marks(at, onPaper), at === day.paperAt.at(-1));
		if (at === day.cutAt.at(-1)) await returnAll(hall, lines, turns.slice(day.cutAt[0], at + 1), day.cutAt);
		if (at === day.reopenedAt) await reopenAndSign(hall, turn, day.marks(at, 'GK02'));
		if (at === day.consultAt) await talkOver(hall, turn, day.revised(at, 'GK02'));
		if (at === day.thirdAt) {
			await askThird(hall, people, turn, day.revised(at, 'GK09'));
			await organiser.goto(`/organise/${contest.id}/stage`);
		}
		if ((at + 1) % day.perSession === 0) {
			await endSession(hall, session === 0);
			console.log(`  ${sessions[session]!.title.vi}: ${elapsed(beganAt)}`);
		}
	}

	const marks = await everyMarkIsARow(hall);
	const published = await publish(hall);
	await totalsHold(hall, published);
	await minutesSayItAll(hall);
	await logHolds(hall);
	console.log(
		`  seed ${seed}: ${hall.ledger.sheets().length} sheets signed, ${marks} marks, none lost or twice; totals are the ledger's and the shadow's; ${elapsed(beganAt)}`
	);
});

function elapsed(since: number): string {
	return `${((performance.now() - since) / 1000).toFixed(0)} s`;
}
