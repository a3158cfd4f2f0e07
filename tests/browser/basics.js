// What a checker of pages looks at: contrast of the text as it is painted, names of controls, the order of focus, languages. Run by tests/browser.
() => {
  "use strict";
  const wrong = [];
  const say = (what, part) => wrong.push(`${what}: ${part.outerHTML.slice(0, 160)}`);
  const seen = (part) => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && part.getClientRects().length > 0;

  const rgba = (text) => {
    const [r, g, b, a = 1] = text.match(/[\d.]+/g).map(Number);
    return { r, g, b, a };
  };
  const over = (front, back) => {
    const mix = (name) => front[name] * front.a + back[name] * (1 - front.a);
    return { r: mix("r"), g: mix("g"), b: mix("b"), a: 1 };
  };
  const dark = matchMedia("(prefers-color-scheme: dark)").matches;
  const canvas = dark ? { r: 18, g: 18, b: 18, a: 1 } : { r: 255, g: 255, b: 255, a: 1 };
  const behind = (part) => {
    const layers = [];
    for (let at = part; at; at = at.parentElement) layers.push(rgba(getComputedStyle(at).backgroundColor));
    return layers.reduceRight((back, layer) => over(layer, back), canvas);
  };
  const luminance = (color) => {
    const [r, g, b] = [color.r, color.g, color.b].map((value) => {
      const share = value / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const contrast = (one, other) => {
    const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b);
    return (high + 0.05) / (low + 0.05);
  };
  const check = (color, part, what) => {
    const back = behind(part);
    const found = contrast(over(rgba(color), back), back);
    if (found < 4.5) say(`contrast ${found.toFixed(2)} of ${what}`, part);
  };

  let texts = 0;
  for (const part of document.querySelectorAll("body, body *")) {
    const own = [...part.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
    if (!own || !seen(part) || part.closest("script, style, option")) continue;
    texts += 1;
    const style = getComputedStyle(part);
    check(part.closest("svg") ? style.fill : style.color, part, "text");
    for (const side of ["::before", "::after", "::marker"]) {
      const drawn = getComputedStyle(part, side);
      if (drawn.content !== "none" && drawn.content !== "normal") check(drawn.color, part, side);
    }
  }
  for (const box of document.querySelectorAll("[placeholder]")) check(getComputedStyle(box, "::placeholder").color, box, "placeholder");

  const named = (part) => part.getAttribute("aria-label") || part.labels?.[0]?.textContent.trim() || part.textContent.trim() || part.querySelector("title");
  for (const control of document.querySelectorAll("input, select, textarea, button, a[href], summary")) if (!named(control)) say("no name", control);
  for (const part of document.querySelectorAll("[aria-labelledby], [aria-describedby]")) {
    const names = `${part.getAttribute("aria-labelledby") || ""} ${part.getAttribute("aria-describedby") || ""}`.trim().split(/\s+/);
    if (!names.every((name) => document.getElementById(name))) say("refers to nothing", part);
  }
  for (const part of document.querySelectorAll("[tabindex]")) if (part.tabIndex > 0) say("jumps the order of focus", part);
  for (const part of document.querySelectorAll("[lang]")) if (!/^(zh-Han[st]|zh-CN|en)$/.test(part.lang)) say("unknown language", part);
  for (const part of document.querySelectorAll("th")) if (!part.scope) say("no scope", part);
  const headings = [...document.querySelectorAll("h1, h2, h3, h4")].map((part) => Number(part.tagName[1]));
  if (headings.filter((level) => level === 1).length !== 1) wrong.push(`${headings} are the headings`);
  if (headings.some((level, at) => level > (headings[at - 1] || 0) + 1)) wrong.push(`${headings} leave a level of headings out`);
  return { wrong, texts };
};
