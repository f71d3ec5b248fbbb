// The rules are pure: they await nothing, read no clock, roll no dice, keep nothing between calls.
import { expect, test } from 'vitest';
import { filesUnder, isTest } from './source-files.ts';

const impure: [RegExp, string][] = [
	[/\bDate\.now\b/, 'reads the clock'],
	[/\bnew Date\(\s*\)/, 'reads the clock'],
	[/\bperformance\./, 'reads the clock'],
	[/\bMath\.random\b/, 'rolls dice'],
	[/\bcrypto\./, 'rolls dice'],
	[/\bawait\b|\basync\b|\bPromise\b/, 'waits'],
	[/\bset(?:Timeout|Interval|Immediate)\b|\bqueueMicrotask\b/, 'waits'],
	[/\bfetch\(|\bprocess\.|\bglobalThis\b|\bwindow\.|\bdocument\.|\blocalStorage\b/, 'knows where it runs'],
	[/\bconsole\./, 'speaks'],
	[/\bIntl\.|\.toLocale\w+\(|\.localeCompare\(/, 'asks the machine for its language'],
	[/^(?:export )?let\b/, 'keeps something between calls'],
	[/\bthrow new (?!Error|RangeError|TypeError)/, 'throws a refusal']
];

export function impuritiesOf(path: string, code: string): string[] {
	return code
		.split('\n')
		.flatMap((line, index) =>
			impure.filter(([sign]) => sign.test(line)).map(([, what]) => `${path}:${index + 1} ${what}: ${line.trim()}`)
		);
}

test('nothing in contest/ waits, reads a clock, rolls dice or knows where it runs', () => {
	const rules = filesUnder('src/lib/contest').filter(({ path }) => !isTest(path));
	expect(rules.length).toBeGreaterThan(20);
	expect(rules.flatMap(({ path, code }) => impuritiesOf(path, code))).toEqual([]);
});

test.each(['const at = Date.now();', 'const at = new Date();', 'Math.random()', 'await x', 'let kept = 0;'])(
	'the test itself sees %j',
	(code) => {
		expect(impuritiesOf('sample.ts', code)).not.toEqual([]);
	}
);
