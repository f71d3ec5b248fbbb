// The bugs the checker must catch, each as pieces of the built server and what stands there instead.

export type PlantedBug = 'ack before commit' | 'no unique index' | 'client clock used' | 'key in payload';

export const plantedBugs: Record<PlantedBug, [found: string, instead: string][]> = {
	'ack before commit': [
		[
			'answer(input, arrivedAt).then(tell,',
			`if (name === 'answer:submit') {
				tell({ savedAt: arrivedAt, ordinal: 1, sequence: 0 });
				return void answer(input, arrivedAt).catch(() => {});
			}
			answer(input, arrivedAt).then(tell,`
		]
	],
	// The indexes are dropped in the database; the order of a device's taps would catch the second copy as well.
	'no unique index': [['and earlier.is_behind is not true', '']],
	'client clock used': [
		['const arrivedAt = app.clock.now();', 'const arrivedAt = app.clock.now() + (socket.handshake.auth.skewMs ?? 0);']
	],
	'key in payload': [
		[', isNotNull(roundQuestion.revealedAt))', ')'],
		['state.phase === "revealed" && current !== void 0 ? await readReveal', 'current !== void 0 ? await readReveal']
	]
};
