const copied = ['font', 'letterSpacing', 'lineHeight', 'padding', 'border', 'boxSizing', 'textIndent', 'tabSize'] as const;

/** Where a character of a text area stands, from its upper left corner: the names appear below it. */
export function placeOf(area: HTMLTextAreaElement, index: number): { left: number; top: number } {
  const mirror = document.createElement('div');
  const style = getComputedStyle(area);
  for (const name of copied) mirror.style[name] = style[name];
  Object.assign(mirror.style, { position: 'absolute', visibility: 'hidden', whiteSpace: 'pre-wrap', overflowWrap: 'break-word' });
  mirror.style.width = `${area.clientWidth}px`;
  mirror.textContent = area.value.slice(0, index);
  const mark = document.createElement('span');
  mark.textContent = '@';
  mirror.append(mark);
  document.body.append(mirror);
  const place = { left: mark.offsetLeft, top: mark.offsetTop + mark.offsetHeight - area.scrollTop };
  mirror.remove();
  return place;
}
