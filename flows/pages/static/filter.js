// A box above a list: typing leaves the rows that hold what was typed.
(() => {
  "use strict";
  for (const box of document.querySelectorAll("input[data-filters]")) {
    const rows = [...document.querySelectorAll(box.dataset.filters)];
    const told = document.getElementById(box.getAttribute("aria-describedby"));
    box.closest(".filter").hidden = false;
    box.addEventListener("input", () => {
      const wanted = box.value.trim().toLowerCase();
      let shown = 0;
      for (const row of rows) {
        row.hidden = !row.textContent.toLowerCase().includes(wanted);
        if (!row.hidden) shown += 1;
      }
      told.textContent = wanted ? `${shown} ${told.dataset.unit}` : "";
    });
  }
})();
