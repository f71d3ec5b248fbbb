// Loads a page's data again when news says that it is behind; it must not know what the page shows.
import { invalidate, invalidateAll } from '$app/navigation';
import { navigating } from '$app/state';

/**
 * For an `$effect`. While somebody goes to another page nothing is loaded: it would end their going, and a form that leads on
 * would seem to have done nothing. The effect runs again once they have arrived, or stayed.
 */
export function loadAnew(isBehind: boolean, dependency?: `hoithi:${string}`): void {
	if (!isBehind || navigating.to) return;
	void (dependency ? invalidate(dependency) : invalidateAll());
}
