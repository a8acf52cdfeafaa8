// Words as they are found and as they are told apart: the same rules as the
// program's package search (fold.go), which makes the index.

const word = /[\p{L}\p{N}\p{M}]+/gu;
const marks = /\p{M}/gu;
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** The words of a text, as they stand. */
export function words(text) {
  return text.normalize('NFC').match(word) || [];
}

/** The form under which a word is found: "Đào" → "dao". */
export function fold(text) {
  return text.toLowerCase().normalize('NFD').replace(marks, '').replace(/đ/g, 'd');
}

/** What tells words apart that fold alike; "hòa" and "hoà" are one. */
export function spell(text) {
  const letters = text.toLowerCase().normalize('NFD');
  return (letters.replace(tones, '') + (letters.match(tones) || []).join('')).normalize('NFC');
}
