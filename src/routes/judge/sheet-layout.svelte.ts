// How this device shows a sheet: cards for touch, or a grid for the keyboard; kept on the device. It must not know the sheet.

const place = 'hoithi_sheet_layout';

export class SheetLayout {
	/** Cards until the device is known, and where it keeps nothing. */
	isGrid = $state(false);

	/** Only in the browser. */
	recall(): void {
		try {
			this.isGrid = localStorage.getItem(place) === 'grid';
		} catch {
			this.isGrid = false;
		}
	}

	choose(isGrid: boolean): void {
		this.isGrid = isGrid;
		try {
			localStorage.setItem(place, isGrid ? 'grid' : 'cards');
		} catch {
			// A device that keeps nothing shows cards the next time.
		}
	}
}
