// Whether single letters act as shortcuts on this device; whoever speaks to their machine turns them off (WCAG 2.1.4).

const place = 'hoithi_one_key';

export function oneKeyIsOn(): boolean {
	try {
		return localStorage.getItem(place) !== 'off';
	} catch {
		return true;
	}
}

/** A browser that refuses to keep it only forgets the choice at the next visit. */
export function keepOneKey(isOn: boolean): void {
	try {
		localStorage.setItem(place, isOn ? 'on' : 'off');
	} catch {
		return;
	}
}

/** A key alone, pressed anywhere but in a field or in front of an open question; letters only while they are on. */
export function isOneKey(event: KeyboardEvent): boolean {
	if (event.ctrlKey || event.altKey || event.metaKey || event.repeat || event.isComposing) return false;
	if (event.key.length === 1 && !oneKeyIsOn()) return false;
	const { target } = event;
	if (!(target instanceof Element)) return true;
	return target.closest('input, select, textarea, [contenteditable], dialog[open]') === null;
}
