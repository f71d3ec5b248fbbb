// Who may do what with a registration in which state (R262): one table, asked by buttons and server alike; it must not know whose it is.

export const registrationStates = ['draft', 'sent', 'returned', 'approved', 'withdrawn'] as const;
export type RegistrationState = (typeof registrationStates)[number];

interface Act {
	by: 'contact' | 'organiser';
	from: readonly RegistrationState[];
	/** Null: it stays what it is. */
	to: RegistrationState | null;
}

const acts = {
	change: { by: 'contact', from: ['draft', 'returned'], to: null },
	send: { by: 'contact', from: ['draft', 'returned'], to: 'sent' },
	withdraw: { by: 'contact', from: ['draft', 'sent', 'returned'], to: 'withdrawn' },
	return: { by: 'organiser', from: ['sent'], to: 'returned' },
	approve: { by: 'organiser', from: ['sent'], to: 'approved' },
	/** A reserve member who was approved takes the place of somebody who does not compete. */
	'step-in': { by: 'organiser', from: ['approved'], to: null }
} as const satisfies Record<string, Act>;

export type RegistrationAct = keyof typeof acts;

export function isPossible(act: RegistrationAct, state: RegistrationState): boolean {
	const from: readonly RegistrationState[] = acts[act].from;
	return from.includes(state);
}

/** What an act makes of a state; null when it is not possible there. */
export function stateAfter(act: RegistrationAct, state: RegistrationState): RegistrationState | null {
	return isPossible(act, state) ? (acts[act].to ?? state) : null;
}

/** The table itself, for the test that walks it. */
export const registrationActs: Readonly<Record<RegistrationAct, Act>> = acts;
