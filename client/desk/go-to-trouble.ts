/** Where a press did not publish, the first field that keeps it from going out has the focus. */
export function goToTrouble(form: HTMLFormElement): void {
  form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
}
