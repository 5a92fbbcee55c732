/** Bytes that were made in the page, given to the reader as a file. */
export function offerFile(bytes: Uint8Array<ArrayBuffer>, name: string, mediatype: string): void {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([bytes], { type: mediatype }));
	link.download = name;
	link.click();
	setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
