// Every piece of visible text with less contrast against its ground than WCAG 2.2 AA asks for: [text, ratio], at most ten.
const parse = (text) => {
  const numbers = text.match(/[\d.]+(e-?\d+)?/g)?.map(Number) ?? [0, 0, 0, 0];
  // color-mix() computes to "color(srgb r g b / a)" with parts of one.
  const [r, g, b] = text.startsWith("color(") ? numbers.slice(0, 3).map((part) => part * 255) : numbers;
  return [r, g, b, numbers[3] ?? 1];
};
const over = (top, ground) => [0, 1, 2].map((i) => top[i] * top[3] + ground[i] * (1 - top[3])).concat(1);
const channel = (value) => (value / 255 <= 0.04045 ? value / 255 / 12.92 : ((value / 255 + 0.055) / 1.055) ** 2.4);
const luminance = ([r, g, b]) => 0.2126 * channel(r) + 0.7152 * channel(g) + 0.0722 * channel(b);
const ground = (element) => {
  const layers = [];
  for (let at = element; at; at = at.parentElement) layers.push(parse(getComputedStyle(at).backgroundColor));
  return layers.reverse().reduce((under, layer) => over(layer, under), [255, 255, 255, 1]);
};
const poor = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode() && poor.length < 10) {
  const element = walker.currentNode.parentElement;
  const style = getComputedStyle(element);
  if (!walker.currentNode.data.trim() || style.visibility === "hidden" || !element.getClientRects().length) continue;
  if (element.closest(".unseen, .trap, script, option")) continue;
  const under = ground(element);
  const [a, b] = [luminance(over(parse(style.color), under)), luminance(under)];
  const ratio = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  const size = parseFloat(style.fontSize);
  const isLarge = size >= 24 || (size >= 18.66 && Number(style.fontWeight) >= 700);
  if (ratio < (isLarge ? 3 : 4.5)) poor.push([walker.currentNode.data.trim().slice(0, 40), ratio.toFixed(2)]);
}
return poor;
