// What the reader of a file is asked for each kind of import; it must not know who asks or in which process it is answered.
import type { ContestantsContext } from '../import-contestants.ts';
import type { JudgesContext } from '../import-judges.ts';
import type { UnitsContext } from '../import-units.ts';
import type { ImportChoices } from './choices.ts';

export const importKinds = ['units', 'contestants', 'judges', 'questions', 'topics', 'situations', 'rubrics'] as const;
export type ImportKindName = (typeof importKinds)[number];

/** What each kind must be told of the contest. */
export interface ImportContexts {
	units: UnitsContext;
	contestants: ContestantsContext;
	judges: JudgesContext;
	questions: object;
	topics: object;
	situations: object;
	rubrics: object;
}

/** How a file of the same shape was taken before. */
export interface Remembered {
	/** Of its headers. */
	signature: string;
	choices: ImportChoices;
}

export type ReadRequest = {
	[K in ImportKindName]: {
		kind: K;
		bytes: Uint8Array;
		context: ImportContexts[K];
		choices: ImportChoices;
		remembered: Remembered[];
	};
}[ImportKindName];
