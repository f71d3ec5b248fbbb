// How given points travel in a form: the names of its fields, the same for scripts and for plain posts.

export const pointsField = (contestantId: string) => `points.${contestantId}`;
export const reasonField = (contestantId: string) => `reason.${contestantId}`;
export const versionField = (contestantId: string) => `version.${contestantId}`;

/** Whether the values are good is for the use case to say. */
export function readGivenFields(form: FormData) {
	return [...form.keys()]
		.filter((name) => name.startsWith('points.'))
		.map((name) => name.slice('points.'.length))
		.map((contestantId) => ({
			contestantId,
			points: String(form.get(pointsField(contestantId)) ?? ''),
			reason: String(form.get(reasonField(contestantId)) ?? ''),
			version: String(form.get(versionField(contestantId)) ?? '')
		}));
}
