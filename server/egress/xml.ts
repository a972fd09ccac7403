/** Control characters that XML 1.0 has no way to write, and lone halves of characters. Section 2.2 of its specification. */
const UNWRITABLE = /(?![\t\n\r\u{7f}-\u{9f}])[\p{Cc}\p{Cs}\u{fffe}\u{ffff}]/gu

/** Text for content and attributes in double quotes. What XML cannot write stands as the sign for a character that is lost. */
export function xmlText(text: string): string {
  return text
    .replaceAll(UNWRITABLE, '\u{fffd}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\t', '&#9;')
    .replaceAll('\n', '&#10;')
    .replaceAll('\r', '&#13;')
}
