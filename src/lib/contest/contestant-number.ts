// The order of contestant numbers as people expect it: TS2 before TS10; it must not know what a number stands for.

/** Compares runs of digits by value and all else by code unit, so that every machine sorts alike. */
export function compareContestantNumbers(a: string, b: string): number {
	const left = a.match(runs) ?? [];
	const right = b.match(runs) ?? [];
	for (let index = 0; index < Math.max(left.length, right.length); index++) {
		const order = compareRuns(left[index] ?? '', right[index] ?? '');
		if (order !== 0) return order;
	}
	return compareText(a, b);
}

const runs = /\d+|\D+/g;

function compareRuns(a: string, b: string): number {
	if (!/^\d/.test(a) || !/^\d/.test(b)) return compareText(a, b);
	const x = a.replace(/^0+/, '');
	const y = b.replace(/^0+/, '');
	return x.length - y.length || compareText(x, y);
}

function compareText(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
