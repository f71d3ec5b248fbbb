// What a node tells of itself at /metrics, and the slope of a figure over time; it must not know what the node was doing.

export interface NodeFigures {
	rssMiB: number;
	/** TCP connections, the database's and the reader's own among them. */
	sockets: number;
	timers: number;
	listeners: number;
}

export async function readNodeFigures(origin: string, token: string): Promise<NodeFigures> {
	const response = await fetch(`${origin}/metrics`, { headers: { authorization: `Bearer ${token}` } });
	if (!response.ok) throw new Error(`/metrics answers ${response.status}`);
	const lines = (await response.text()).split('\n');
	const valueOf = (name: string) => {
		const line = lines.find((each) => each.startsWith(`${name} `));
		return Number(line?.split(' ').at(-1) ?? 0);
	};
	return {
		rssMiB: valueOf('process_resident_memory_bytes') / 2 ** 20,
		sockets: valueOf('nodejs_active_resources{type="TCPSocketWrap"}'),
		timers: valueOf('nodejs_active_resources{type="Timeout"}'),
		listeners: valueOf('hoithi_listeners{emitter="process"}')
	};
}

/** Least squares; NaN for fewer than two readings. */
export function slopePerHour(readings: { hour: number; rssMiB: number }[]): number {
	const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const hour = mean(readings.map((each) => each.hour));
	const rss = mean(readings.map(({ rssMiB }) => rssMiB));
	const together = readings.reduce((sum, each) => sum + (each.hour - hour) * (each.rssMiB - rss), 0);
	return together / readings.reduce((sum, each) => sum + (each.hour - hour) ** 2, 0);
}
