// What an examination of the machine may find, as a closed union; it must not know wording or how anything is measured.

/** Only `bad` stands in the way; a hint is something no program can see. */
export type FindingState = 'good' | 'warning' | 'bad' | 'hint';

/** Every finding with the states it may be in: each pair has its sentence in the catalogue. */
export const findingStates = {
	database: ['good', 'bad'],
	durability: ['good', 'bad'],
	checksums: ['good', 'warning'],
	clock: ['good', 'warning'],
	postgres: ['good', 'bad'],
	migrations: ['good', 'warning', 'bad'],
	'database-role': ['good', 'warning'],
	disk: ['good', 'bad'],
	'backup-folder': ['good', 'bad'],
	'last-backup': ['good', 'warning'],
	'no-backup': ['warning'],
	'plain-http': ['hint'],
	certificate: ['good', 'warning', 'bad'],
	'certificate-file': ['bad'],
	'certificate-names': ['warning'],
	redis: ['good', 'bad'],
	'one-node': ['hint'],
	node: ['good', 'bad'],
	descriptors: ['good', 'warning'],
	office: ['good', 'hint'],
	power: ['hint']
} as const satisfies Record<string, readonly FindingState[]>;

export type FindingCode = keyof typeof findingStates;

export interface Finding {
	code: FindingCode;
	state: FindingState;
	/** Values for the sentence; no secrets. */
	facts: Record<string, string | number>;
}

/** Names a state the code does not have only by a mistake of ours: the types refuse it. */
export function found<Code extends FindingCode>(
	code: Code,
	state: (typeof findingStates)[Code][number],
	facts: Finding['facts'] = {}
): Finding {
	return { code, state, facts };
}

export function isFit(findings: readonly Finding[]): boolean {
	return findings.every(({ state }) => state !== 'bad');
}
