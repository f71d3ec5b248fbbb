// A process of phones: does to its crowd what the driver asks over the process's own channel.
import { Crowd, type CrowdSettings } from './crowd.ts';

/** One request of the driver: a method of the crowd and what it is given. */
export interface Asked {
	id: number;
	what: 'open' | 'join' | 'until' | 'answer' | 'standing' | 'usage' | 'cutAll' | 'flush';
	given?: unknown;
}

let crowd: Crowd | null = null;

process.on('message', ({ id, what, given }: Asked) => {
	const answer = async () => {
		if (what === 'open') {
			crowd = new Crowd(given as CrowdSettings);
			return null;
		}
		if (!crowd) throw new Error('the crowd is not open');
		return (await crowd[what](given as never)) ?? null;
	};
	answer().then(
		(result) => process.send?.({ id, result }),
		(error: unknown) => process.send?.({ id, error: String(error) })
	);
});

process.on('disconnect', () => {
	crowd?.close();
	process.exit(0);
});
