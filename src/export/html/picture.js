"use strict";
// Pictures are moved and zoomed by their viewBox.
for (const drawing of document.querySelectorAll(".drawing")) {
  const canvas = drawing.querySelector(".canvas"), picture = canvas.querySelector("svg");
  const whole = picture.getAttribute("viewBox").split(/[\s,]+/).map(Number);
  let box = [...whole];
  // The frame is as high as what it shows.
  const set = (next) => { box = next; picture.style.aspectRatio = `${box[2]} / ${box[3]}`; picture.setAttribute("viewBox", box.map((n) => Math.round(n * 100) / 100).join(" ")); };
  const scale = () => Math.min(canvas.clientWidth / box[2], canvas.clientHeight / box[3]) || 1;
  // Zooms by a factor about a point of the canvas, its middle if none is given.
  const zoom = (by, x = canvas.clientWidth / 2, y = canvas.clientHeight / 2) => {
    const wide = Math.min(Math.max(box[2] / by, whole[2] / 60), whole[2] * 2);
    const factor = wide / box[2], at = scale();
    const left = (canvas.clientWidth - box[2] * at) / 2, top = (canvas.clientHeight - box[3] * at) / 2;
    const px = box[0] + (x - left) / at, py = box[1] + (y - top) / at;
    set([px - (px - box[0]) * factor, py - (py - box[1]) * factor, wide, box[3] * factor]);
  };
  // On a narrow screen the whole is too small to read, and the picture begins with its upper left.
  const READABLE = 0.8;
  const begin = () => {
    const wide = canvas.clientWidth / READABLE;
    if (!wide || wide >= whole[2] || innerWidth > 700) return;
    set([whole[0], whole[1], wide, Math.min(whole[3], innerHeight * 0.7 / READABLE)]);
  };
  const move = (dx, dy) => set([box[0] + dx / scale(), box[1] + dy / scale(), box[2], box[3]]);
  for (const button of drawing.querySelectorAll("[data-zoom]")) {
    const act = { in: () => zoom(1.5), out: () => zoom(1 / 1.5), all: () => set([...whole]) }[button.dataset.zoom];
    button.addEventListener("click", act);
  }
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const keys = {
      ArrowLeft: () => move(-60, 0), ArrowRight: () => move(60, 0), ArrowUp: () => move(0, -60), ArrowDown: () => move(0, 60),
      "+": () => zoom(1.25), "=": () => zoom(1.25), "-": () => zoom(0.8), 0: () => set([...whole]),
    };
    if (keys[event.key]) { event.preventDefault(); keys[event.key](); }
  });
  canvas.addEventListener("wheel", (event) => {
    if (!event.ctrlKey) return;
    event.preventDefault();
    const edge = canvas.getBoundingClientRect();
    zoom(event.deltaY < 0 ? 1.15 : 1 / 1.15, event.clientX - edge.left, event.clientY - edge.top);
  }, { passive: false });
  if (canvas.clientWidth) begin();
  else drawing.closest("details")?.addEventListener("toggle", begin, { once: true });
  let from = null, dragged = false;
  picture.addEventListener("pointerdown", (event) => { if (event.button === 0) { from = [event.clientX, event.clientY]; dragged = false; } });
  addEventListener("pointermove", (event) => {
    if (!from) return;
    const [dx, dy] = [from[0] - event.clientX, from[1] - event.clientY];
    if (!dragged && Math.hypot(dx, dy) < 4) return;
    dragged = true;
    move(dx, dy);
    from = [event.clientX, event.clientY];
  });
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, () => { from = null; });
  picture.addEventListener("click", (event) => { if (dragged) { event.preventDefault(); event.stopPropagation(); dragged = false; } }, true);
  picture.addEventListener("dragstart", (event) => event.preventDefault());
}
