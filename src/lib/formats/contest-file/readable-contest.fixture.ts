// Random contests whose files can be read, and mutations of them; it must not read anything.
import fc from 'fast-check';
import { checkQuestion } from '../../contest/preflight/check-question.ts';
import type { Decision } from '../../contest/record/decision.ts';
import type { ContestRecord } from '../../contest/record/record.ts';
import { aRandomContest } from '../../contest/result/random-contest.fixture.ts';
import type { TieBreak } from '../../contest/rules/ties.ts';

/** A random contest in which nothing refers to a part it does not have, or corrects a key to one that does not fit. */
export const aReadableContest: fc.Arbitrary<ContestRecord> = aRandomContest().map((record) => {
	const [stage] = record.rules.stages;
	const parts = new Set(stage?.parts.map(({ code }) => code));
	const exists = (key: TieBreak) => {
		if (key.kind === 'criterion' || key.kind === 'top-marks') return parts.has('TT');
		return !('part' in key) || parts.has(key.part);
	};
	const fits = (decision: Decision) =>
		decision.kind !== 'key' ||
		record.questions
			.filter(({ code }) => code === decision.question)
			.every((question) => checkQuestion({ ...question, key: decision.key }, '').length === 0);
	return {
		...record,
		rules: {
			...record.rules,
			stages: record.rules.stages.map((each) => ({ ...each, tieBreaks: each.tieBreaks.filter(exists) }))
		},
		decisions: record.decisions.filter(fits)
	};
});

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** One change of a JSON document at the node `at` (counted through, modulo their number) of one of its fields. */
export interface Mutation {
	within: number;
	at: number;
	how: 'replace' | 'nudge' | 'remove' | 'twice' | 'exchange';
	/** What takes its place, or the node of the same name whose value does. */
	value: Json;
	other: number;
}

export const aMutation: fc.Arbitrary<Mutation> = fc.record({
	within: fc.nat(),
	at: fc.nat(),
	how: fc.constantFrom('replace', 'nudge', 'nudge', 'nudge', 'remove', 'twice', 'exchange', 'exchange', 'exchange'),
	value: fc.oneof(
		fc.constantFrom<Json>(null, true, '', 'x', 'CK', 'all', [], {}, 0, 1, -1, 0.5, 100, 1e8, 4e12, 2 ** 53),
		fc.integer({ min: -2000, max: 200_000 }),
		fc.string()
	),
	other: fc.nat()
});

/** The document after the mutations; it is changed in place. */
export function mutate(document: Record<string, Json>, mutations: Mutation[]): Json {
	for (const { within, at, how, value, other } of mutations) {
		const fields = Object.keys(document);
		const nodes = nodesOf({
			[fields[within % fields.length] ?? '']: document[fields[within % fields.length] ?? ''] ?? null
		});
		const node = nodes[at % nodes.length];
		if (!node) continue;
		const { parent, name } = node;
		const own = parent[name] ?? null;
		const alike = nodes.filter((each) => each.name === name).map((each) => each.parent[each.name] ?? null);
		if (how === 'replace') parent[name] = value;
		else if (how === 'nudge') parent[name] = typeof own === 'number' ? Math.max(0, own + (other % 7) - 3) : own;
		else if (how === 'exchange') parent[name] = structuredClone(alike[other % alike.length] ?? null);
		else if (!Array.isArray(parent)) delete parent[name];
		else if (how === 'remove') parent.splice(Number(name), 1);
		else parent.push(structuredClone(own));
	}
	return document;
}

interface Node {
	parent: Record<string, Json>;
	name: string;
}

function nodesOf(json: Json): Node[] {
	if (typeof json !== 'object' || json === null) return [];
	const parent = json as Record<string, Json>;
	return Object.entries(parent).flatMap(([name, value]) => [{ parent, name }, ...nodesOf(value)]);
}
