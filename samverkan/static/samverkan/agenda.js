// Points of an agenda can be dragged; without this, or with a keyboard, the buttons move them.
const form = document.querySelector("[data-agenda]");

if (form) {
  const list = form.querySelector("[data-agenda-list]");
  const save = form.querySelector("[data-agenda-save]");
  const points = () => [...list.querySelectorAll("[data-agenda-point]")];
  let dragged = null;

  const below = (y) =>
    points().find((point) => {
      const box = point.getBoundingClientRect();
      return point !== dragged && y < box.top + box.height / 2;
    });

  for (const point of points()) {
    point.draggable = true;
    point.classList.add("sv-agenda__point--drag");
  }
  // A link or a button inside a point is pressed, not dragged.
  list.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-agenda-point]");
    if (!dragged || event.target !== dragged) {
      dragged = null;
      return;
    }
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
    dragged.classList.add("sv-agenda__point--held");
  });
  list.addEventListener("dragover", (event) => {
    if (!dragged) return;
    event.preventDefault();
    list.insertBefore(dragged, below(event.clientY) ?? null);
  });
  list.addEventListener("dragend", () => {
    if (!dragged) return;
    dragged.classList.remove("sv-agenda__point--held");
    dragged = null;
    save.hidden = false;
  });
}
