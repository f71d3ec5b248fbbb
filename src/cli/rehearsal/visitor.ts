// A person's browser, reduced to what a rehearsal needs: a cookie, an origin, forms; it must not know the contest.

export interface Visitor {
	/** The Cookie header of this visitor. */
	readonly cookie: string;
	readonly origin: string;
	/** Posts a form as the page would; throws with the server's words when it is refused. */
	post(path: string, fields: Record<string, string>): Promise<void>;
}

/** A visitor of `origin` without a session; the first form that signs in gives it one. */
export function makeVisitor(origin: string): Visitor {
	let cookie = '';
	return {
		get cookie() {
			return cookie;
		},
		origin,
		async post(path, fields) {
			const response = await fetch(origin + path, {
				method: 'POST',
				headers: {
					origin,
					cookie,
					accept: 'application/json',
					'x-sveltekit-action': 'true',
					'content-type': 'application/x-www-form-urlencoded'
				},
				body: new URLSearchParams(fields),
				redirect: 'manual'
			});
			const text = await response.text();
			for (const line of response.headers.getSetCookie()) cookie = line.split(';')[0] ?? cookie;
			const type = (JSON.parse(text) as { type?: string }).type;
			if (type !== 'success' && type !== 'redirect') throw new Error(`${path}: ${text.slice(0, 300)}`);
		}
	};
}
