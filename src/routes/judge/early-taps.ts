// Makes a tap count before the script of a sheet has arrived on a slow tablet: it stands in the page itself; it must not know how marks are saved.

/** The mark goes into its field, where `typed-early.ts` finds it. As plain text, because `svelte.config.js` allows exactly this script by its hash. */
export const earlyTaps = `addEventListener('click', ({ target }) => {
	const tapped = target.closest('[data-early] [data-mark]');
	if (!tapped) return;
	const card = tapped.closest('section');
	card.querySelector('input').value = tapped.dataset.mark;
	for (const each of card.querySelectorAll('[data-mark]')) {
		each.classList.toggle('current', each === tapped);
		each.setAttribute('aria-pressed', each === tapped);
	}
});`;
