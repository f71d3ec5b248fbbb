// What can be decided, in the order in which the page offers it; it must not know words or fields.

export const decisionForms = [
	'key',
	'void',
	'answer',
	'time',
	'points',
	'recusal',
	'substitute',
	'missing-judge',
	'divergence',
	'tie',
	'advance',
	'award',
	'override'
] as const;

export type DecisionForm = (typeof decisionForms)[number];
