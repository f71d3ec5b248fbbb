// Brings the focus to a place of the rules on the page; it must not know what stands there.

/** The field of that path, else the nearest thing around it that is on the page; what only is read takes no focus. */
export function focusPlace(path: string): void {
	for (let at = path; at !== ''; at = at.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')) {
		const place = document.querySelector<HTMLElement>(`[data-path="${CSS.escape(at)}"]:not(:disabled)`);
		if (!place) continue;
		place.focus();
		place.scrollIntoView({ block: place.offsetHeight > window.innerHeight / 2 ? 'start' : 'center' });
		return;
	}
	document.getElementById('piece')?.focus();
}

/** Whether a field on the page holds what does not fit into the document; brings the focus there. */
export function hasUnfitField(): boolean {
	const field = document.querySelector<HTMLElement>('[data-path][data-unfit]');
	field?.focus();
	return field !== null;
}
