// What a campaign is: many rounds, each decided by a seed alone, so that any one can be played again.

export interface Campaign {
	/** Also the name of the file that remembers how far it came. */
	name: string;
	/** Rounds when none are asked for. */
	rounds: number;
	/** Throws when something that must hold does not. `seed` decides everything in it. */
	round(seed: number): Promise<void>;
}
