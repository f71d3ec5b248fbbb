// Counts line ends: COPY writes one line per row and no line end inside a row.
export function countLines(bytes: Buffer): number {
	let lines = 0;
	for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines += 1;
	return lines;
}
