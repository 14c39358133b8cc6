/** A page without its style and its script, which are tested on their own, and with its data one text a line. */
export function legible(page: string): string {
  return page
    .replace(/<style>.*?<\/style>/su, '<style>…</style>')
    .replace(/<script>.*?<\/script>/su, '<script>…</script>')
    .replaceAll(/sha256-[\w+/=]+/gu, 'sha256-…')
    .replaceAll('","', '",\n"')
    .replaceAll('},{', '},\n{');
}
