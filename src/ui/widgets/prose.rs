//! Sentences in which commands and values stand between backticks: those are set in the face of code.

use egui::text::LayoutJob;
use egui::{Color32, Sense, Ui, vec2};

use super::text;
use crate::ui::tokens::{Tokens, Type, space};

/// Room that the mark of an item takes.
const MARK: f32 = 16.0;

/// Sets a text, its backticks taken away, in lines no wider than `width`.
pub fn marked(ui: &Ui, words: &str, kind: Type, color: Color32, width: f32) -> LayoutJob {
    let plain = text::format(ui, kind, color);
    let mut code = text::format(ui, Type::Mono, color);
    code.line_height = plain.line_height;
    code.font_id.size = plain.font_id.size - 1.0;
    let mut job = LayoutJob::default();
    for (index, part) in words.split('`').enumerate() {
        let format = if index % 2 == 0 { &plain } else { &code };
        job.append(part, 0.0, format.clone());
    }
    job.wrap.max_width = width;
    job
}

/// The text as it is spoken and copied: without backticks.
pub fn spoken(words: &str) -> String {
    words.replace('`', "")
}

/// A sentence that wraps in the width there is.
pub fn paragraph(ui: &mut Ui, words: &str, kind: Type, color: Color32) {
    let job = marked(ui, words, kind, color, ui.available_width());
    text::laid_out(ui, job, &spoken(words));
}

/// An item of a list: a dot, then the sentence beside it.
pub fn item(ui: &mut Ui, words: &str, kind: Type, color: Color32) {
    ui.horizontal_top(|ui| {
        ui.spacing_mut().item_spacing.x = 0.0;
        let (rect, _) = ui.allocate_exact_size(vec2(MARK, 20.0), Sense::hover());
        let at = rect.left_center() + vec2(space::XS, 0.0);
        ui.painter().circle_filled(at, 2.0, Tokens::of(ui).muted);
        paragraph(ui, words, kind, color);
    });
}
