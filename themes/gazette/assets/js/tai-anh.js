// Makes a picture of a drawing that can leave its page: title above, source and
// date below, in the colours that the drawing has without the page's style.

const space = 'http://www.w3.org/2000/svg';
const margin = 12;
const leading = 1.4;

/** What a figure says of itself: title, then what stands below the drawing. */
export function captionOf(figure) {
  const text = (selector) => [...figure.querySelectorAll(selector)].map((element) => {
    const words = element.cloneNode(true);
    words.querySelectorAll('a[download], button').forEach((control) => control.remove());
    return words.textContent.replace(/\s+/g, ' ').trim();
  }).filter(Boolean);
  return { above: [...text('h3'), ...text('.measured')], below: [...text('.illustrative-note'), ...text('.source')] };
}

/**
 * Breaks text into lines.
 * @param measure width of a text, in the units of width
 */
export function wrap(text, width, measure) {
  const lines = [];
  for (const word of text.split(' ')) {
    const longer = lines.length ? `${lines[lines.length - 1]} ${word}` : word;
    if (lines.length && measure(longer) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

/** @returns {{text: string, width: number, height: number}} an SVG file and its size in CSS pixels */
export function picture(svg, { above, below }) {
  const { width, height } = svg.viewBox.baseVal;
  const size = parseFloat(svg.getAttribute('font-size')) || 12;
  const pen = document.createElement('canvas').getContext('2d');
  const file = element('svg', { 'font-family': 'sans-serif', 'font-size': size });
  const background = element('rect', { fill: '#fff' });
  file.append(background);
  let y = margin;
  const write = (text, bold) => {
    pen.font = `${bold ? 'bold ' : ''}${size}px sans-serif`;
    for (const line of wrap(text, width, (t) => pen.measureText(t).width)) {
      y += size * leading;
      const words = element('text', { x: margin, y: y - size * 0.35, fill: '#1b1f24', 'font-weight': bold ? 'bold' : 'normal' });
      words.textContent = line;
      file.append(words);
    }
  };
  above.forEach((text, i) => write(text, i === 0));
  const drawing = svg.cloneNode(true);
  for (const [name, value] of Object.entries({ x: margin, y: y + 6, width, height })) drawing.setAttribute(name, value);
  drawing.querySelectorAll('.off').forEach((mark) => mark.remove());
  [drawing, ...drawing.querySelectorAll('[class]')].forEach((part) => part.removeAttribute('class'));
  file.append(drawing);
  y += height + 12;
  below.forEach((text) => write(text, false));
  const [fullWidth, fullHeight] = [width + 2 * margin, Math.ceil(y + margin)];
  for (const part of [file, background]) {
    part.setAttribute('width', fullWidth);
    part.setAttribute('height', fullHeight);
  }
  file.setAttribute('viewBox', `0 0 ${fullWidth} ${fullHeight}`);
  return { text: new XMLSerializer().serializeToString(file), width: fullWidth, height: fullHeight };
}

function element(name, attributes) {
  const made = document.createElementNS(space, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}

/** Turns an SVG file into a PNG of twice its size. */
export async function png({ text, width, height }) {
  const address = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width * 2;
    canvas.height = height * 2;
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png'));
  } finally {
    URL.revokeObjectURL(address);
  }
}

export function download(blob, name) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
