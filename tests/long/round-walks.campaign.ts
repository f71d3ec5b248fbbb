// Random walks through the state machine of a live round (R80–R88): whatever is tried at whatever time, its promises hold.
import assert from 'node:assert/strict';
import { isRefusal } from '../../src/lib/contest/refusal.ts';
import {
	decideRound,
	evolveRound,
	plannedRound,
	roundAccepts,
	roundCan,
	sealAt,
	type RoundCommand,
	type RoundPlan,
	type RoundState
} from '../../src/lib/contest/round.ts';
import { repeatableRandom } from '../../src/cli/rehearsal/random.ts';
import type { Campaign } from './campaign.ts';

const walksPerRound = 10_000;
const stepsPerWalk = 80;
const commands = [
	'open-lobby',
	'show-question',
	'start-timer',
	'pause',
	'resume',
	'extend',
	'close',
	'seal',
	'reopen',
	'reveal',
	'finish'
] as const;

export const campaign: Campaign = {
	name: 'round-walks',
	rounds: 200,
	async round(seed) {
		const random = repeatableRandom(seed);
		for (let walk = 0; walk < walksPerRound; walk++) takeWalk(random);
	}
};

function takeWalk(random: () => number): void {
	const below = (limit: number) => Math.floor(random() * limit);
	const plan: RoundPlan = {
		questionMs: Array.from({ length: 1 + below(4) }, () => 1_000 * (5 + below(60))),
		graceMs: below(3) * 500,
		extraPercent: below(3) * 50,
		joining: 'any-time'
	};
	let state = plannedRound;
	let now = 1_800_000_000_000;
	const sealed = new Set<number>();
	for (let step = 0; step < stepsPerWalk; step++) {
		now += below(4) === 0 ? below(40_000) : below(300);
		const name = commands[below(commands.length)] ?? 'finish';
		const byMs = below(700_000) - 20_000;
		const command: RoundCommand =
			name === 'extend'
				? { do: name, byMs }
				: name === 'reopen'
					? { do: name, byMs, reason: 'mất điện' }
					: { do: name };
		const events = decideRound(state, command, plan, now);
		const where = `${state.phase} ${command.do} at ${now}`;
		if (isRefusal(events)) continue;
		assert.ok(roundCan(state, command.do, plan), `${where}: a button would have been hidden`);
		const next = events.reduce(evolveRound, state);
		holds(state, next, command, plan, now, where);
		if (command.do === 'seal') {
			assert.ok(!sealed.has(next.questionIndex), `${where}: sealed twice`);
			sealed.add(next.questionIndex);
		}
		if (command.do === 'reopen') sealed.delete(next.questionIndex);
		state = next;
	}
}

function holds(
	before: RoundState,
	after: RoundState,
	command: RoundCommand,
	plan: RoundPlan,
	now: number,
	where: string
): void {
	const step = after.questionIndex - before.questionIndex;
	assert.ok(step === 0 || (step === 1 && command.do === 'show-question'), `${where}: questions come one by one`);
	assert.ok(after.questionIndex < plan.questionMs.length, `${where}: no question beyond the last`);
	if (roundAccepts(after)) assert.ok(after.deadlineAt !== null, `${where}: answers need a deadline`);
	if (roundAccepts(before) && !roundAccepts(after) && command.do !== 'pause') {
		assert.equal(command.do, 'seal', `${where}: only the seal ends the taking of answers`);
		assert.ok(now >= (sealAt(before, plan) ?? Infinity), `${where}: sealed before the grace was over`);
	}
	if (command.do === 'close') assert.ok((after.deadlineAt ?? Infinity) <= now, `${where}: closed means over`);
	if (command.do === 'reveal') assert.equal(before.phase, 'closed', `${where}: nothing is revealed before the seal`);
	if (command.do === 'resume')
		assert.equal((after.deadlineAt ?? 0) - now, before.remainingMs, `${where}: a pause takes no time away`);
	if (before.phase === 'finished') assert.fail(`${where}: nothing comes after the end`);
}
