// Makes a tap count before the script of a sheet has arrived on a slow tablet: it stands in the page itself; it must not know how marks are saved.

/**
 * The mark goes into its field, and a press on submit stays with its button instead of sending a sheet nobody has signed: there
 * `typed-early.ts` finds them. As plain text, because `svelte.config.js` allows exactly this script by its hash.
 */
export const earlyTaps = `addEventListener('click', (event) => {
	const { target } = event;
	const submit = target.closest('[data-early] [formaction]');
	if (submit) {
		event.preventDefault();
		submit.dataset.pressed = '';
	}
	const tapped = target.closest('[data-early] [data-mark]');
	if (!tapped) return;
	const card = tapped.closest('section');
	card.querySelector('input').value = tapped.dataset.mark;
	for (const each of card.querySelectorAll('[data-mark]')) {
		each.classList.toggle('current', each === tapped);
		each.setAttribute('aria-pressed', each === tapped);
	}
});`;
