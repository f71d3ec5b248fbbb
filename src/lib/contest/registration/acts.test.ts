// R262: who may do what with a registration in which state.
import { expect, test } from 'vitest';
import { isPossible, registrationActs, registrationStates, stateAfter, type RegistrationAct } from './acts.ts';

const acts = Object.keys(registrationActs) as RegistrationAct[];
const possible = (by: 'contact' | 'organiser') =>
	Object.fromEntries(
		registrationStates.map((state) => [
			state,
			acts.filter((act) => registrationActs[act].by === by && isPossible(act, state))
		])
	);

test('R262 a contact changes, sends and takes back until it is approved', () => {
	expect(possible('contact')).toEqual({
		draft: ['change', 'send', 'withdraw'],
		sent: ['withdraw'],
		returned: ['change', 'send', 'withdraw'],
		approved: [],
		withdrawn: []
	});
});

test('R262 organisers settle what was sent, and let an approved reserve member step in', () => {
	expect(possible('organiser')).toEqual({
		draft: [],
		sent: ['return', 'approve'],
		returned: [],
		approved: ['step-in'],
		withdrawn: []
	});
});

test('R262 each act leads to one state', () => {
	expect([stateAfter('send', 'returned'), stateAfter('change', 'returned'), stateAfter('send', 'approved')]).toEqual([
		'sent',
		'returned',
		null
	]);
});
