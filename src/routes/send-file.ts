// Sends one file to an address that takes its bytes as they are, and tells how far it has come; it must not know what it is handed in for.

export interface FileSent {
	version: number;
	isLate: boolean;
	/** Server time, ms since the epoch. */
	at: number;
	name: string;
}

/** `lost`: nobody knows whether it came; whoever sends it again hands in one more version at worst. */
export type SendOutcome = { sent: FileSent } | { refused: string } | 'lost';

/** `address` ends before the name of the file. `onprogress` is given whole percent. */
export function sendFile(address: string, file: File, onprogress: (percent: number) => void): Promise<SendOutcome> {
	return new Promise((resolve) => {
		const request = new XMLHttpRequest();
		request.open('POST', `${address}&name=${encodeURIComponent(file.name)}`);
		request.setRequestHeader('content-type', 'application/octet-stream');
		request.upload.onprogress = ({ loaded, total }) => onprogress(Math.floor((loaded * 100) / Math.max(1, total)));
		request.onload = () => resolve(outcomeOf(request.status, request.responseText));
		request.onerror = () => resolve('lost');
		request.onabort = () => resolve('lost');
		request.send(file);
	});
}

/** A refusal comes as JSON from the address itself, and as plain text from the gate before it. */
function outcomeOf(status: number, text: string): SendOutcome {
	if (status === 200) return { sent: JSON.parse(text) as FileSent };
	if (status >= 500 && status !== 503) return 'lost';
	try {
		return { refused: (JSON.parse(text) as { message: string }).message };
	} catch {
		return { refused: text };
	}
}
