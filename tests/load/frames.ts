// WebSocket frames as bytes: reads whole frames out of a stream and makes new ones; it must not know what they carry.

export interface Frame {
	opcode: number;
	isLast: boolean;
	/** Unmasked. */
	payload: Buffer;
	/** As it came, header and mask included. */
	raw: Buffer;
}

export const opcodes = { continuation: 0, text: 1, binary: 2, close: 8, ping: 9, pong: 10 } as const;

/** Gives a function that takes pieces of a stream and calls `onFrame` for each whole frame. */
export function makeFrameReader(onFrame: (frame: Frame) => void): (piece: Buffer) => void {
	let rest: Buffer = Buffer.alloc(0);
	return (piece) => {
		rest = rest.length === 0 ? piece : Buffer.concat([rest, piece]);
		for (let end = frameEnd(rest); end !== null; end = frameEnd(rest)) {
			const raw = rest.subarray(0, end.end);
			rest = rest.subarray(end.end);
			onFrame({
				opcode: (raw[0] ?? 0) & 0x0f,
				isLast: ((raw[0] ?? 0) & 0x80) !== 0,
				payload: unmasked(raw, end.start),
				raw
			});
		}
	};
}

/** Where the payload of the first frame starts and ends; null while it is not whole. */
function frameEnd(bytes: Buffer): { start: number; end: number } | null {
	if (bytes.length < 2) return null;
	const second = bytes[1] ?? 0;
	const short = second & 0x7f;
	const extra = short === 126 ? 2 : short === 127 ? 8 : 0;
	const start = 2 + extra + (second & 0x80 ? 4 : 0);
	if (bytes.length < start) return null;
	const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
	return bytes.length < start + length ? null : { start, end: start + length };
}

function unmasked(raw: Buffer, start: number): Buffer {
	const payload = raw.subarray(start);
	if (((raw[1] ?? 0) & 0x80) === 0) return payload;
	const mask = raw.subarray(start - 4, start);
	if (mask.readUInt32BE() === 0) return payload;
	return Buffer.from(payload.map((byte, at) => byte ^ (mask[at & 3] ?? 0)));
}

/**
 * One frame as a client sends it. The mask is zero, which the protocol allows and costs neither side a pass over the
 * payload: the driver stays light, and every server it is held against gets the same frames.
 */
export function clientFrame(payload: Buffer | string, opcode: number = opcodes.text): Buffer {
	const body = typeof payload === 'string' ? Buffer.from(payload) : payload;
	const extra = body.length < 126 ? 0 : body.length < 65_536 ? 2 : 8;
	const frame = Buffer.alloc(6 + extra + body.length);
	frame[0] = 0x80 | opcode;
	frame[1] = 0x80 | (extra === 0 ? body.length : extra === 2 ? 126 : 127);
	if (extra === 2) frame.writeUInt16BE(body.length, 2);
	if (extra === 8) frame.writeBigUInt64BE(BigInt(body.length), 2);
	body.copy(frame, 6 + extra);
	return frame;
}
