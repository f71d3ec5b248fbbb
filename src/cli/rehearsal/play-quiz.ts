// Plays a quiz round: an organiser with the console's forms, a phone for every contestant, a question closed when all have answered.
import type { Stage } from '#lib/contest/stage.ts';
import { someChoice, type Phone } from './phone.ts';
import type { Pace } from './pace.ts';
import type { Visitor } from './visitor.ts';

export interface QuizPlay {
	/** From the organiser's act to the last phone that shows it, for each act. */
	inStepMs: number[];
}

/** Every contestant answers every question once, some change their minds. */
export async function playQuiz(given: {
	organiser: Visitor;
	contestId: string;
	roundId: string;
	phones: Phone[];
	pace: Pace;
	random: () => number;
}): Promise<QuizPlay> {
	const { organiser, contestId, roundId, phones, pace, random } = given;
	const path = `/organise/${contestId}/rounds/${roundId}`;
	const inStepMs: number[] = [];

	/** One act on the console, and every phone shows what came of it. */
	async function act(what: string, isThere: (stage: Stage) => boolean): Promise<void> {
		const version = Math.max(...phones.map((phone) => phone.stage?.version ?? 0));
		const before = performance.now();
		await organiser.post(path, { do: what, version: String(version) });
		await Promise.all(phones.map((phone) => phone.until(isThere, what)));
		inStepMs.push(performance.now() - before);
	}
	const inPhase = (phase: string) => (stage: Stage) => stage.scene.kind === 'question' && stage.scene.phase === phase;

	await act('open-lobby', (stage) => stage.scene.kind === 'lobby');
	await pace.wait('lobby');
	for (;;) {
		await act('show-question', inPhase('shown'));
		await pace.wait('read');
		await act('start-timer', inPhase('running'));
		await Promise.all(
			phones.map(async (phone) => {
				await pace.wait('think', random());
				const scene = phone.stage?.scene;
				if (scene?.kind !== 'question') return;
				await phone.answer(someChoice(scene, random));
				if (random() < 0.1) await phone.answer(someChoice(scene, random));
			})
		);
		await act('close', (stage) => inPhase('closing')(stage) || inPhase('closed')(stage));
		await Promise.all(phones.map((phone) => phone.until(inPhase('closed'), 'seal')));
		await act('reveal', inPhase('revealed'));
		await pace.wait('reveal');
		const scene = phones[0]?.stage?.scene;
		if (scene?.kind === 'question' && scene.question.number === scene.question.of) break;
	}
	await act('finish', (stage) => stage.scene.kind !== 'question');
	return { inStepMs };
}
