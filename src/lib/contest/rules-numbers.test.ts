// Holds RULES.md and its citations together: no number without a rule, no rule that names a test which does not cite it.
import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = new URL('./', import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), 'utf8');
const sources = readdirSync(folder).filter((name) => name.endsWith('.ts'));
const rules = read('RULES.md')
	.split(/^- \*\*/m)
	.slice(1)
	.map((text) => ({ number: /^R\d+/.exec(text)?.[0] ?? '', test: /→\s`([\w./-]+)`/.exec(text)?.[1] }));

/** R20–R23 cites four rules. */
function cited(text: string): Set<string> {
	const numbers = [...text.matchAll(/\bR(\d{1,3})\b(?:–R(\d{1,3})\b)?/g)].flatMap(([, first, last]) => {
		const from = Number(first);
		return Array.from({ length: Number(last ?? first) - from + 1 }, (_, index) => `R${from + index}`);
	});
	return new Set(numbers);
}

/** The round's own numbers are stated in round.ts. */
const isOfTheRound = (number: string) => number >= 'R80' && number <= 'R89';

test('each rule has one number', () => {
	const numbers = rules.map(({ number }) => number);
	expect(new Set(numbers).size).toBe(numbers.length);
});

test.each(sources)('%s cites only rules that exist', (name) => {
	const known = rules.map(({ number }) => number);
	const unknown = [...cited(read(name))].filter((number) => !isOfTheRound(number) && !known.includes(number));
	expect(unknown).toEqual([]);
});

test.each(rules.filter((rule) => rule.test))('$number is cited by $test', ({ number, test: name }) => {
	expect(cited(read(name ?? ''))).toContain(number);
});
