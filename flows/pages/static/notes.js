// What a mark says, beside it, on hover and on focus: a copy of its entry in the list below, and of those of the marks around it.
(() => {
  "use strict";
  const card = document.createElement("div");
  card.className = "card";
  card.hidden = true;
  card.setAttribute("aria-hidden", "true"); // a screen reader has it by aria-describedby
  document.body.append(card);
  let shown = null;
  let leaving = 0;

  const around = (mark) => {
    const names = [];
    for (let at = mark; at; at = at.parentElement.closest("mark[data-fact]")) {
      if (!names.includes(at.dataset.fact)) names.push(at.dataset.fact);
    }
    return names;
  };

  const entry = (name) => {
    const item = document.getElementById("f-" + name);
    if (!item) return null;
    const copy = document.createElement("div");
    copy.className = "entry " + item.className;
    for (const child of item.childNodes) copy.append(child.cloneNode(true));
    for (const part of copy.querySelectorAll("[id]")) part.removeAttribute("id");
    for (const link of copy.querySelectorAll("a")) link.tabIndex = -1;
    return copy;
  };

  const place = (mark) => {
    const box = mark.getClientRects()[0];
    const { clientWidth, clientHeight } = document.documentElement;
    const below = box.bottom + card.offsetHeight + 8 < clientHeight;
    const left = Math.max(8, Math.min(box.left, clientWidth - card.offsetWidth - 8));
    const top = below ? box.bottom + 6 : Math.max(8, box.top - card.offsetHeight - 6);
    card.style.left = left + window.scrollX + "px";
    card.style.top = top + window.scrollY + "px";
  };

  const show = (mark) => {
    clearTimeout(leaving);
    if (mark === shown) return;
    hide();
    const entries = around(mark).map(entry).filter(Boolean);
    if (!entries.length) return;
    shown = mark;
    card.replaceChildren(...entries);
    card.hidden = false;
    for (const part of document.querySelectorAll(`mark[data-fact="${mark.dataset.fact}"]`)) part.classList.add("active");
    place(mark);
  };

  const hide = () => {
    for (const part of document.querySelectorAll("mark.active")) part.classList.remove("active");
    card.hidden = true;
    shown = null;
  };

  const leave = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hide, 200); // long enough to reach the card
  };

  const markOf = (event) => event.target.closest && event.target.closest("mark[data-fact]");
  document.addEventListener("mouseover", (event) => {
    const mark = markOf(event);
    if (mark) show(mark);
    else if (event.target.closest && event.target.closest(".card")) clearTimeout(leaving);
    else if (shown && shown !== document.activeElement) leave();
  });
  document.addEventListener("focusin", (event) => (markOf(event) ? show(markOf(event)) : hide()));
  document.addEventListener("focusout", leave);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    if (event.key === "Enter" && markOf(event)) location.hash = "f-" + markOf(event).dataset.fact;
  });
})();
