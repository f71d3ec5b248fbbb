// Text as a Word file may carry it; it must not know where it stands.

/** NFC, without the signs XML forbids: one of them and Word calls the whole file damaged. */
export function wordText(text: string): string {
	return (
		text
			.toWellFormed()
			.normalize('NFC')
			// eslint-disable-next-line no-control-regex
			.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, '')
	);
}
