//! Text by its style: sentences wrap, names and paths are cut in the middle and shown in full on
//! hover.

use std::sync::Arc;

use egui::text::{LayoutJob, TextFormat};
use egui::{Color32, Galley, Pos2, Response, Sense, Ui, WidgetInfo, accesskit::Role, vec2};

use crate::ui::style;
use crate::ui::tokens::Type;

const ELLIPSIS: &str = "…";

/// The format of one run of text.
pub fn format(ui: &Ui, kind: Type, color: Color32) -> TextFormat {
    TextFormat {
        font_id: kind.font(),
        line_height: Some(kind.line(style::preferences(ui.ctx()).script)),
        color,
        ..TextFormat::default()
    }
}

/// Lays `text` out in lines no wider than `width`.
pub fn wrapped(ui: &Ui, text: &str, kind: Type, color: Color32, width: f32) -> Arc<Galley> {
    let mut job = LayoutJob::single_section(text.to_owned(), format(ui, kind, color));
    job.wrap.max_width = width;
    ui.painter().layout_job(job)
}

/// Lays `text` out in one line of whatever width it takes.
pub fn single(ui: &Ui, text: &str, kind: Type, color: Color32) -> Arc<Galley> {
    wrapped(ui, text, kind, color, f32::INFINITY)
}

/// Lays `text` out in one line no wider than `width`, its middle left out where it does not fit.
/// The flag says whether something was left out.
pub fn middle(ui: &Ui, text: &str, kind: Type, color: Color32, width: f32) -> (Arc<Galley>, bool) {
    let full = single(ui, text, kind, color);
    if full.size().x <= width {
        return (full, false);
    }
    let ellipsis = single(ui, ELLIPSIS, kind, color).size().x;
    let half = ((width - ellipsis) / 2.0).max(0.0);
    let glyphs = full.rows.iter().flat_map(|row| row.glyphs.iter());
    let total = full.size().x;
    let head = glyphs.clone().take_while(|g| g.max_x() <= half).count();
    let tail = glyphs.rev().take_while(|g| total - g.pos.x <= half).count();
    let count = text.chars().count();
    let start: String = text.chars().take(head).collect();
    let end: String = text.chars().skip(count.saturating_sub(tail)).collect();
    let cut = format!("{start}{ELLIPSIS}{end}");
    (single(ui, &cut, kind, color), true)
}

/// The same with its end left out: for words that are read from the start.
pub fn start(ui: &Ui, text: &str, kind: Type, color: Color32, width: f32) -> (Arc<Galley>, bool) {
    let full = single(ui, text, kind, color);
    if full.size().x <= width {
        return (full, false);
    }
    let room = width - single(ui, ELLIPSIS, kind, color).size().x;
    let glyphs = full.rows.iter().flat_map(|row| row.glyphs.iter());
    let fitting = glyphs.take_while(|glyph| glyph.max_x() <= room).count();
    let head: String = text.chars().take(fitting).collect();
    let cut = format!("{}{ELLIPSIS}", head.trim_end_matches([' ', ',', '，']));
    (single(ui, &cut, kind, color), true)
}

/// Paints a galley so that it is centred on `center_y`.
pub fn paint_centered(ui: &Ui, galley: &Arc<Galley>, x: f32, center_y: f32) {
    let y = center_y - galley.size().y / 2.0;
    ui.painter()
        .galley(Pos2::new(x, y), Arc::clone(galley), Color32::PLACEHOLDER);
}

/// One line, never cut.
pub fn line(ui: &mut Ui, text: &str, kind: Type, color: Color32) -> Response {
    let galley = single(ui, text, kind, color);
    label(ui, galley, text)
}

/// A sentence that wraps in the width there is.
pub fn paragraph(ui: &mut Ui, text: &str, kind: Type, color: Color32) -> Response {
    let galley = wrapped(ui, text, kind, color, ui.available_width());
    label(ui, galley, text)
}

/// A text of several styles that was put together already.
pub fn laid_out(ui: &mut Ui, job: LayoutJob, spoken: &str) -> Response {
    let galley = ui.painter().layout_job(job);
    label(ui, galley, spoken)
}

/// A name or path that is cut in the middle where it does not fit in `width`.
pub fn name(ui: &mut Ui, text: &str, kind: Type, color: Color32, width: f32) -> Response {
    let (galley, cut) = middle(ui, text, kind, color, width);
    let response = label(ui, galley, text);
    if cut {
        response.on_hover_text(text)
    } else {
        response
    }
}

/// A value that the user can select with the pointer; it wraps anywhere.
pub fn value(ui: &mut Ui, text: &str, kind: Type, color: Color32) -> Response {
    let mut job = LayoutJob::single_section(text.to_owned(), format(ui, kind, color));
    job.wrap.max_width = ui.available_width();
    ui.add(egui::Label::new(job).selectable(true).wrap())
}

fn label(ui: &mut Ui, galley: Arc<Galley>, text: &str) -> Response {
    let size = vec2(galley.size().x.ceil(), galley.size().y);
    let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    if ui.is_rect_visible(rect) {
        ui.painter().galley(rect.min, galley, Color32::PLACEHOLDER);
    }
    response
}
