/* The search boxes of the admin: names, and changes that others hear of, which their script leaves out. */
(() => {
  "use strict";

  const nameOf = (select) => select.getAttribute("aria-label") || select.labels?.[0]?.textContent.trim().replace(/:$/, "");

  const nameBoxes = () => {
    for (const select of document.querySelectorAll("select.select2-hidden-accessible")) {
      const boxes = select.nextElementSibling?.querySelectorAll(".select2-selection, .select2-selection__rendered[role], .select2-search__field") ?? [];
      for (const box of boxes) if (!box.hasAttribute("aria-label")) box.setAttribute("aria-label", nameOf(select) ?? "");
    }
  };

  // Their script tells jQuery only.
  const tellAll = (event) => event.target.dispatchEvent(new Event("change", { bubbles: true }));

  document.addEventListener("DOMContentLoaded", () => {
    nameBoxes();
    window.django?.jQuery(document).on("select2:select select2:unselect", tellAll);
    new MutationObserver(nameBoxes).observe(document.body, { childList: true, subtree: true });
  });
})();
