/* Names for the search boxes of the admin, which their script leaves without one. */
(() => {
  "use strict";

  const nameOf = (select) => select.getAttribute("aria-label") || select.labels?.[0]?.textContent.trim().replace(/:$/, "");

  const nameBoxes = () => {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const boxes = select.nextElementSibling?.querySelectorAll(".select2-selection, .select2-selection__rendered[role], .select2-search__field") ?? [];
      for (const box of boxes) if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", nameOf(select) ?? "");
    }
  };

  document.addEventListener("DOMContentLoaded", () => {
    nameBoxes();
    new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
  });
})();
